'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { can } from '#server/core/people/actor.ts'
import { useOrder } from '../../../../_lib/tablet/hooks/use-orders.ts'
import { useLink } from '../../../../_lib/tablet/hooks/use-sync.ts'
import { useMe } from '../../people/person-context.ts'
import { BigLink } from '../../shell/components/big-button.tsx'
import { Empty } from '../../shell/components/empty.tsx'
import { ScreenWait } from '../../shell/components/screen-wait.tsx'
import { TabletScreen } from '../../shell/components/screen.tsx'
import type { ScreenProps } from '../../shell/router/screen.tsx'
import { AsOf } from '../components/as-of.tsx'
import { PermitCard } from '../components/permit-card.tsx'

/** Permits are an order's permits with their last known state: tested, stopped and handed back from here; issued and extended with a connection only, at the desk's page. */
export default function Permits({ params }: ScreenProps): ReactNode {
  const t = useTranslations('tabletSafety')
  const me = useMe()
  const { reached } = useLink()
  const number = params['order'] ?? ''
  const seen = useOrder(me, number)
  if (seen === undefined) return <ScreenWait />
  const permits = seen?.safety?.permits ?? []
  const back = `/m/o/${number}`
  if (seen === null || permits.length === 0) return <TabletScreen title={t('permits.title')} backTo={back}><Empty title={t('permits.none')} text={t('permits.onlineOnly')}><BigLink href={back}>{t('toOrder')}</BigLink></Empty></TabletScreen>
  const mayExecute = can({ type: 'person', orgId: me.orgId, personId: me.id, name: me.name, grants: me.grants }, 'work-order.execute', seen.site.id)
  return (
    <TabletScreen title={t('permits.title')} aside={<span className="num">{seen.order.number}</span>} backTo={back}>
      <div className="mb-4 grid gap-2">
        <AsOf zone={seen.site.timeZone} />
        <p className="text-m16 text-fg-2">{t('permits.onlineOnly')}</p>
      </div>
      {permits.map((permit) => <PermitCard key={permit.id} seen={seen} permit={permit} mayExecute={mayExecute} />)}
      {reached === true && <div className="mt-4 grid"><BigLink outside href={`/work-orders/${encodeURIComponent(seen.order.number)}`}>{t('permits.atDesk')}</BigLink></div>}
    </TabletScreen>
  )
}
