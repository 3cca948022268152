'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { can } from '#server/core/people/actor.ts'
import { useOrder } from '../../../../_lib/tablet/hooks/use-orders.ts'
import { useMe } from '../../people/person-context.ts'
import { BigLink } from '../../shell/components/big-button.tsx'
import { Empty } from '../../shell/components/empty.tsx'
import { ScreenWait } from '../../shell/components/screen-wait.tsx'
import { TabletScreen } from '../../shell/components/screen.tsx'
import type { ScreenProps } from '../../shell/router/screen.tsx'
import { AsOf } from '../components/as-of.tsx'
import { LocksOn } from '../components/locks-on.tsx'
import { NextCard } from '../components/next-card.tsx'
import { SideActs } from '../components/side-acts.tsx'
import { StandingLine } from '../components/standing-line.tsx'
import { StepRows } from '../components/step-rows.tsx'
import { nextAct, sideActs } from '../prepare/next-act.ts'
import { standingOf } from '../prepare/standing.ts'

/** Isolation leads through isolating a machine for an order, one action at a time, and back to service. Each person confirms his own lock. */
export default function Isolation({ params }: ScreenProps): ReactNode {
  const t = useTranslations('tabletSafety')
  const me = useMe()
  const number = params['order'] ?? ''
  const seen = useOrder(me, number)
  if (seen === undefined) return <ScreenWait />
  const back = `/m/o/${number}`
  const safety = seen?.safety ?? null
  if (seen === null || safety === null || (safety.plan === null && safety.isolation === null)) {
    return (
      <TabletScreen title={seen === null ? number : `${seen.asset.tag} ${seen.asset.name}`} backTo={back}>
        <Empty title={t('noPlan')} text={t('noPlanWhy')}><BigLink href={back}>{t('toOrder')}</BigLink></Empty>
      </TabletScreen>
    )
  }
  const { order, asset, site } = seen
  const next = nextAct(safety, me.id)
  const may = can({ type: 'person', orgId: me.orgId, personId: me.id, name: me.name, grants: me.grants }, 'work-order.execute', site.id)
  const content = safety.isolation?.content ?? safety.plan?.content
  return (
    <TabletScreen title={`${asset.tag} ${asset.name}`} aside={<span className="num">{order.number}</span>} backTo={back}>
      <section aria-label={t('title')} className="mb-4 grid gap-3">
        <StandingLine standing={standingOf(safety)} />
        <LocksOn safety={safety} zone={site.timeZone} />
        <AsOf zone={site.timeZone} />
        <p className="text-m16 text-fg-2">{t('records')}</p>
      </section>
      {may && <NextCard key={next.kind === 'step' ? next.step.id : next.kind} seen={seen} safety={safety} next={next} />}
      {may && safety.isolation !== null && safety.isolation.state.phase !== 'ended' && <SideActs seen={seen} isolation={safety.isolation} acts={sideActs(safety, me.id, next)} />}
      {content !== undefined && <StepRows content={content} isolation={safety.isolation} names={safety.names} zone={site.timeZone} />}
    </TabletScreen>
  )
}
