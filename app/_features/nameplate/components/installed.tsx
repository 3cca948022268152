'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { CARRIERS } from '#server/core/assets/installation.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { equipmentName } from '../prepare/nameplate.ts'
import { ExchangeEquipment } from './exchange-equipment.tsx'

/** InstalledEquipment tells which piece of equipment is at a position, and which were before; who may edit machines exchanges it here. */
export function InstalledEquipment({ assetId }: { readonly assetId: string }): ReactNode {
  const t = useTranslations('nameplate.installed')
  const { data: detail } = useSuspenseQuery(useTRPC().assets.get.queryOptions({ id: assetId }))
  const [isOpen, setOpen] = useState(false)
  const { equipment, earlier } = detail
  const mayExchange = detail.allowed.edit && CARRIERS.includes(detail.asset.level)
  if (equipment === null && earlier.length === 0 && !mayExchange) return null
  return (
    <Panel title={t('title')} bare aside={mayExchange && equipment !== null && <Button size="sm" onPress={() => { setOpen(true) }}>{t('exchange')}</Button>}>
      {equipment === null
        ? <div className="p-3.5"><EmptyState action={mayExchange ? <Button size="sm" onPress={() => { setOpen(true) }}>{t('say')}</Button> : undefined}>{t('none')}</EmptyState></div>
        : <p className="px-3.5 py-2.5 text-13"><span className="font-mid wrap-anywhere">{equipmentName(equipment)}</span> <span className="text-fg-2">{t('since')} <Timestamp at={equipment.installedAt} style="short" /></span></p>}
      {earlier.length > 0 && (
        <div className="border-t border-line-soft px-3.5 py-2.5">
          <h3 className="text-12 text-fg-2">{t('earlier')}</h3>
          <ul className="mt-1 grid gap-1 text-13">
            {earlier.map((one) => (
              <li key={one.id} className="wrap-anywhere">
                {equipmentName(one)} <span className="text-fg-2">{t.rich('between', { from: () => <Timestamp at={one.installedAt} style="short" />, until: () => <Timestamp at={one.until ?? ''} style="short" /> })}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {isOpen && <ExchangeEquipment detail={detail} onClose={() => { setOpen(false) }} />}
    </Panel>
  )
}
