'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatNumber } from '../../../_lib/format/numbers.ts'
import { unitLabel } from '../../../_lib/format/units.ts'
import { Timestamp } from '../../../_ui/time.tsx'
import { Value } from '../../../_ui/value.tsx'
import { Age } from '../../../_ui/time.tsx'
import { useNow } from '../../../_lib/time/now.tsx'
import type { OrderView, TrendEvidence } from '../prepare/view.ts'

/** EvidenceFacts qualify the picture: value against limit when it fired, the highest since, the machine's state, and how long it has stood. */
export function EvidenceFacts({ evidence, view }: { readonly evidence: TrendEvidence; readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder.evidence')
  const locale = useLocale()
  const now = useNow()
  const { unit } = evidence.trend.point
  const { incident } = view
  const side = evidence.limits[0]?.side ?? 'above'
  const gate = evidence.gate?.point
  const facts: readonly { readonly label: string; readonly text: ReactNode }[] = [
    { label: t('atFiring'), text: <><Value value={evidence.value} unit={unit} />, {t('limit')} <Value value={evidence.limit} unit={unit} limit /></> },
    { label: t(side === 'above' ? 'highest' : 'lowest'), text: <><Value value={evidence.peak.value} unit={unit} />, <Timestamp at={evidence.peak.at} className="num" /></> },
    ...(evidence.gateValue === null || gate === undefined ? [] : [{ label: t('state'), text: `${gate.name} ${formatNumber(evidence.gateValue, locale)} ${unitLabel(gate.unit)}` }]),
    ...(incident === null ? [] : [{
      label: incident.state === 'open' ? t('stands') : t('lasted'),
      text: <Age ms={(incident.resolvedAt === null ? now : Date.parse(incident.resolvedAt)) - Date.parse(incident.openedAt)} />,
    }]),
    ...(evidence.happenedOffline ? [{ label: t('offline'), text: t('offlineText') }] : []),
  ]
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2 border-t border-line-soft px-3.5 py-3">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt className="text-12 text-fg-2">{fact.label}</dt>
          <dd className="num text-13 font-mid">{fact.text}</dd>
        </div>
      ))}
    </dl>
  )
}
