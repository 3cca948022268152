'use client'

import { ClipboardCheck, MessageSquareWarning } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { can } from '#server/core/people/actor.ts'
import type { Permission } from '#server/core/people/permissions.ts'
import { isUnfinished, type WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import { useOrders } from '../../../../_lib/tablet/hooks/use-orders.ts'
import { makeOrder } from '../../../../_lib/tablet/outbox/make-order.ts'
import { tabletDb } from '../../../../_lib/tablet/store/open.ts'
import type { TabletAsset } from '../../../../_lib/tablet/types.ts'
import { AssetScreen } from '../../moves/components/asset-screen.tsx'
import { MachineOrders } from '../../moves/components/machine-orders.tsx'
import { useMe } from '../../people/person-context.ts'
import { confirm } from '../../shell/confirmations.ts'
import { BigButton, BigLink } from '../../shell/components/big-button.tsx'
import { ScreenWait } from '../../shell/components/screen-wait.tsx'
import { navigate } from '../../shell/router/path.ts'
import type { ScreenProps } from '../../shell/router/screen.tsx'

const SIGN = { size: 24, strokeWidth: 1.7, 'aria-hidden': true } as const

/** Machine is one position of the plant: what is already reported on it, work that begins at once, and what can be told of it. */
export default function Machine({ params }: ScreenProps): ReactNode {
  return <AssetScreen tag={params['tag'] ?? ''} backTo="/m/scan">{(asset) => <Here asset={asset} />}</AssetScreen>
}

function Here({ asset }: { readonly asset: TabletAsset }): ReactNode {
  const t = useTranslations('tabletWork.scan')
  const m = useTranslations('tabletMoves')
  const me = useMe()
  const orders = useOrders(me)
  if (orders === undefined) return <ScreenWait />
  const here = orders.flatMap(({ seen }) => (seen.asset.id === asset.id && isUnfinished(seen.order.status as WorkOrderStatus) ? [seen] : []))
  const may = (permission: Permission): boolean => can({ type: 'person', orgId: me.orgId, personId: me.id, name: me.name, grants: me.grants }, permission, asset.siteId)
  const at = `/m/a/${encodeURIComponent(asset.tag)}`
  const begin = async (): Promise<void> => {
    const { provisionalNumber } = await makeOrder(tabletDb(), { personId: me.id, kind: 'order.emergency', payload: { assetId: asset.id } })
    confirm(t('begun', { number: provisionalNumber }))
    navigate(`/m/o/${provisionalNumber}`, true)
  }
  return (
    <>
      <h2 className="mb-2 ps-1 text-m18 font-strong">{t(here.length > 0 ? 'reported' : 'nothing')}</h2>
      {here.length > 0 && <MachineOrders label={t('reported')} orders={here} />}
      <div className="mt-5 grid gap-2">
        {may('work-order.request') && <BigLink href={`${at}/report`}><MessageSquareWarning {...SIGN} />{m('report.open')}</BigLink>}
        {may('work-order.create') && may('work-order.execute') && <BigLink href={`${at}/done`}><ClipboardCheck {...SIGN} />{m('done.open')}</BigLink>}
        {may('work-order.break-in') && (
          <>
            <BigButton look="main" onClick={() => { void begin() }}>{t('onIt')}</BigButton>
            <p className="text-center text-m16 text-fg-2">{t('onItWhy')}</p>
          </>
        )}
      </div>
    </>
  )
}
