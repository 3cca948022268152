'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Value } from '../../../_ui/value.tsx'
import { restOf, type AssetDetail } from '../prepare/nameplate.ts'
import { EditFacts } from './edit-facts.tsx'
import { MeasurementList } from './measurement-list.tsx'
import { ZoneList } from './zone-list.tsx'

/** MachineNameplate tells what is known of the machine and its measurements, and what ISO 20816-3 says of its vibration, or what is missing for that. */
export function MachineNameplate({ assetId }: { readonly assetId: string }): ReactNode {
  const t = useTranslations('nameplate')
  const { data: detail } = useSuspenseQuery(useTRPC().assets.get.queryOptions({ id: assetId }))
  const [isEditing, setEditing] = useState(false)
  const isMachine = detail.class !== null || detail.points.length > 0 || Object.keys(detail.asset.nameplate).length > 0
  if (!isMachine) return null
  return (
    <Panel
      title={t('title')} bare
      aside={detail.allowed.edit && <Button size="sm" aria-label={t('editLong')} onPress={() => { setEditing(true) }}>{t('edit')}</Button>}
    >
      <Facts detail={detail} />
      {detail.zones.length > 0 && <ZoneList detail={detail} />}
      {detail.points.length > 0 && <MeasurementList detail={detail} />}
      {isEditing && <EditFacts detail={detail} onClose={() => { setEditing(false) }} />}
    </Panel>
  )
}

function Facts({ detail: { facts, asset } }: { readonly detail: AssetDetail }): ReactNode {
  const t = useTranslations('nameplate')
  const { powerKw, speedRpm, shaftHeightMm, support, machineType } = facts
  const unknown = <span className="text-fg-2">{t('unknown')}</span>
  const quantity = (value: number | null, unit: string): ReactNode => (value === null ? unknown : <Value value={value} unit={unit} limit />)
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('fact.machineType'), machineType === null ? unknown : t(`type.${machineType}`)],
    [t('fact.powerKw'), quantity(powerKw, 'kW')], [t('fact.speedRpm'), quantity(speedRpm, '/min')], [t('fact.shaftHeightMm'), quantity(shaftHeightMm, 'mm')],
    [t('fact.support'), support === null ? unknown : t(`supports.${support}`)],
    ...restOf(asset.nameplate).map(([name, text]): readonly [string, ReactNode] => [name, text]),
  ]
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 px-3.5 py-2.5 text-13">
      {rows.map(([name, value]) => (
        <div key={name} className="contents"><dt className="text-fg-2">{name}</dt><dd className="text-end wrap-anywhere">{value}</dd></div>
      ))}
    </dl>
  )
}
