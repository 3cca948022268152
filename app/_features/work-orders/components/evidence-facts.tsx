'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { evidenceUnit, readRuleShape } from '#server/core/work-orders/evidence.ts'
import { formatNumber } from '../../../_lib/format/numbers.ts'
import { unitLabel } from '../../../_lib/format/units.ts'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import { Link } from '../../../_ui/link.tsx'
import { Age, Timestamp } from '../../../_ui/time.tsx'
import { Value } from '../../../_ui/value.tsx'
import type { Episode } from '../prepare/episodes.ts'
import type { TrendEvidence } from '../prepare/view.ts'

interface Fact {
  readonly label: string
  readonly text: ReactNode
}

/** EvidenceFacts qualify the picture: value against limit when it fired, the furthest since, the machine's state, how long it stood, the rule's version. */
export function EvidenceFacts({ episode }: { readonly episode: Episode }): ReactNode {
  const t = useTranslations('workOrder.evidence')
  const now = useNow()
  const may = useMay()
  const measured = useMeasuredFacts(episode.data)
  const { stands, openedAt, resolvedAt, rule } = episode
  const facts: readonly Fact[] = [
    ...measured,
    {
      label: stands ? t('stands') : t('lasted'),
      text: <><Age ms={(resolvedAt === null ? now : Date.parse(resolvedAt)) - Date.parse(openedAt)} />, {resolvedAt === null ? t('from') : t('until')} <Timestamp at={resolvedAt ?? openedAt} /></>,
    },
    { label: t('rule'), text: <>{may('rule.read') ? <Link href={`/rules/${rule.id}`}>{rule.name}</Link> : rule.name}, v{rule.version}</> },
    ...(episode.data?.happenedOffline ? [{ label: t('offline'), text: t('offlineText') }] : []),
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

function useMeasuredFacts(evidence: TrendEvidence | null): readonly Fact[] {
  const t = useTranslations('workOrder.evidence')
  const locale = useLocale()
  if (evidence === null) return []
  const unit = evidenceUnit(evidence)
  const { limit } = evidence
  const { direction } = readRuleShape(evidence.rule.definition)
  const gate = evidence.gate?.point
  const fired = <Timestamp at={evidence.firedAt} />
  return [
    ...(unit === null ? [{ label: t('atFiring'), text: fired }] : [
      { label: t('atFiring'), text: <><Value value={evidence.value} unit={unit} />, {limit !== null && <>{t('limit')} <Value value={limit} unit={unit} limit />, </>}{fired}</> },
      { label: t(`peak.${direction}`), text: <><Value value={evidence.peak.value} unit={unit} />, <Timestamp at={evidence.peak.at} /></> },
    ]),
    ...(evidence.gateValue === null || gate === undefined ? [] : [{ label: t('state'), text: `${gate.name} ${formatNumber(evidence.gateValue, locale)} ${unitLabel(gate.unit)}` }]),
  ]
}
