'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { formatMoment } from '../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import { Link } from '../../../_ui/link.tsx'
import { Term } from '../../../_ui/term.tsx'
import { useAlarmWords } from '../hooks/use-alarm-words.ts'
import { useRuleClauses } from '../hooks/use-rule-clauses.ts'
import type { AlarmDetail } from '../prepare/view.ts'

interface WhyFactsProps {
  readonly detail: AlarmDetail
  readonly onChoose: (id: string) => void
}

/** WhyFacts are what is known of an alarm: the rule in its version, the machine's state, what was found before, what follows, its order, and what holds it. */
export function WhyFacts({ detail, onChoose }: WhyFactsProps): ReactNode {
  const t = useTranslations('alarms.why')
  const locale = useLocale()
  const zone = useTimeZone()
  const orders = useOrderWords()
  const server = useServerWords()
  const { value, what } = useAlarmWords()
  const clauses = useRuleClauses()
  const { alarm, rule, evidence, verdicts, shelf, outages, parent } = detail
  const moment = (at: string): string => formatMoment(Date.parse(at), 'short', locale, zone)
  const record = new Intl.ListFormat(locale).format(verdicts.map(({ verdict, n }) => t('record', { n, verdict: orders.verdict(verdict) })))
  const facts: readonly [string, ReactNode][] = [
    [t('facts.rule'), <><Link href={`/rules/${rule.id}`}>{rule.name}</Link>, {t('facts.version', { version: rule.version })}</>],
    [t('facts.says'), rule.sentence.length === 0 ? null : clauses(rule, what(alarm, null))],
    [t('facts.state'), evidence?.gate && alarm.gateValue !== null ? t('gate', { gate: evidence.gate.point.name, value: value(alarm.gateValue, evidence.gate.point.unit) }) : null],
    [t('facts.record'), <Term key="r" term="verdict">{verdicts.length === 0 ? t('notJudged') : t('inMonths', { list: record })}</Term>],
    [t('facts.ifIgnored'), alarm.failureMode && server.consequence(alarm.failureMode)],
    [t('facts.order'), alarm.order === null ? t('noOrder') : <><Link href={`/work-orders/${alarm.order.number}`}>{alarm.order.number}</Link>, {orders.status(alarm.order.status)}</>],
    [t('facts.shelf'), shelf && t('shelfUntil', { until: moment(shelf.until), by: shelf.by, reason: shelf.reason })],
    ...outages.map((outage): [string, ReactNode] => [t('facts.outage'), t('outageUnder', {
      what: outage.pointName === null ? t('theRule', { name: outage.ruleName ?? '' }) : t('point', { name: outage.pointName }), order: outage.order.number, by: outage.by, reason: outage.reason,
    })]),
    [t('facts.under'), parent && <Button onPress={() => { onChoose(parent.id) }} className="touch rounded-sm text-accent-text underline underline-offset-2">{parent.tag} {parent.name}</Button>],
    [t('facts.folded'), alarm.folded.count === 0 ? null : t('foldedCount', { count: alarm.folded.count })],
  ]
  return (
    <dl className="grid grid-cols-[104px_minmax(0,1fr)] gap-x-3 gap-y-2 border-t border-line-soft pt-3 text-13">
      {facts.filter(([, fact]) => fact !== null).map(([name, fact], i) => (
        <div key={`${name} ${i}`} className="contents"><dt className="text-fg-2">{name}</dt><dd className="min-w-0 text-pretty">{fact}</dd></div>
      ))}
    </dl>
  )
}
