'use client'

import { FileCheck, ShieldCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { BigLink } from '../../shell/components/big-button.tsx'
import { TabletPanel } from '../../shell/components/panel.tsx'
import { concerns, standingOf } from '../prepare/standing.ts'
import { AsOf } from './as-of.tsx'
import { PermitRows } from './permit-rows.tsx'
import { LocksOn } from './locks-on.tsx'
import { StandingLine } from './standing-line.tsx'

const SIGN = { size: 24, strokeWidth: 1.7, 'aria-hidden': true } as const

/** SafetyPanel says on an order how its machine is isolated and whose locks are on, and leads there; on other orders whose machine has a plan, one quiet way to begin. */
export function SafetyPanel({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletSafety')
  const { safety, site } = seen
  const href = `/m/o/${seen.order.number}/isolation`
  const planned = safety !== null && (safety.plan !== null || safety.isolation !== null)
  if (!concerns(seen)) return planned && seen.order.status === 'in_progress' ? <div className="mt-4 grid"><BigLink href={href}><ShieldCheck {...SIGN} />{t('isolate')}</BigLink></div> : null
  return (
    <TabletPanel title={t('title')}>
      <StandingLine standing={standingOf(safety)} />
      {safety !== null && <LocksOn safety={safety} zone={site.timeZone} />}
      {safety !== null && <PermitRows permits={safety.permits} zone={site.timeZone} />}
      <AsOf zone={site.timeZone} />
      {planned && <BigLink href={href}><ShieldCheck {...SIGN} />{t('open')}</BigLink>}
      {safety !== null && safety.permits.length > 0 && <BigLink href={`/m/o/${seen.order.number}/permits`}><FileCheck {...SIGN} />{t('permits.open')}</BigLink>}
    </TabletPanel>
  )
}
