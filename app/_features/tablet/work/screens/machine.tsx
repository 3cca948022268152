'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { can } from '#server/core/people/actor.ts'
import { isUnfinished, type WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import { useAsset } from '../../../../_lib/tablet/hooks/use-assets.ts'
import { useOrders } from '../../../../_lib/tablet/hooks/use-orders.ts'
import { beginEmergency } from '../../../../_lib/tablet/outbox/emergency.ts'
import { tabletDb } from '../../../../_lib/tablet/store/open.ts'
import { useMe } from '../../people/person-context.ts'
import { confirm } from '../../shell/confirmations.ts'
import { BigButton, BigLink } from '../../shell/components/big-button.tsx'
import { Empty } from '../../shell/components/empty.tsx'
import { ScreenWait } from '../../shell/components/screen-wait.tsx'
import { TabletScreen } from '../../shell/components/screen.tsx'
import { navigate } from '../../shell/router/path.ts'
import type { ScreenProps } from '../../shell/router/screen.tsx'
import { OrderRows } from '../components/order-rows.tsx'

/** Machine is one position of the plant: what is already reported on it, and work that begins at once. */
export default function Machine({ params }: ScreenProps): ReactNode {
  const t = useTranslations('tabletWork.scan')
  const me = useMe()
  const tag = params['tag'] ?? ''
  const asset = useAsset(tag)
  const orders = useOrders(me)
  if (asset === undefined || orders === undefined) return <ScreenWait />
  if (asset === null) return <TabletScreen title={tag} backTo="/m/scan"><Empty title={t('unknown', { tag })} text={t('unknownWhy')}><BigLink href="/m/scan">{t('again')}</BigLink></Empty></TabletScreen>
  const here = orders.flatMap(({ seen }) => (seen.asset.id === asset.id && isUnfinished(seen.order.status as WorkOrderStatus) ? [seen] : []))
  const may = can({ type: 'person', orgId: me.orgId, personId: me.id, name: me.name, grants: me.grants }, 'work-order.break-in', asset.siteId)
  const begin = async (): Promise<void> => {
    const { payload } = await beginEmergency(tabletDb(), { personId: me.id, assetId: asset.id })
    const { provisionalNumber } = payload as { provisionalNumber: string }
    confirm(t('begun', { number: provisionalNumber }))
    navigate(`/m/o/${provisionalNumber}`, true)
  }
  return (
    <TabletScreen title={`${asset.tag} ${asset.name}`} backTo="/m/scan">
      <h2 className="mb-2 ps-1 text-m18 font-strong">{t(here.length > 0 ? 'reported' : 'nothing')}</h2>
      {here.length > 0 && <OrderRows label={t('reported')} orders={here} personId={me.id} />}
      {may && (
        <div className="mt-5 grid gap-1">
          <BigButton look="main" onClick={() => { void begin() }}>{t('onIt')}</BigButton>
          <p className="text-center text-m16 text-fg-2">{t('onItWhy')}</p>
        </div>
      )}
    </TabletScreen>
  )
}
