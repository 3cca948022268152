'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { VERDICTS } from '#server/core/work-orders/verdict.ts'
import { formatMoment } from '../../../_lib/format/moments.ts'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import type { OrderCode, OrderView, Safety } from '../prepare/view.ts'
import { EvidenceBlock } from './evidence-block.tsx'
import { PartsBlock } from './parts-block.tsx'
import { PermitTable, SafetyWords } from './safety-block.tsx'
import { SheetHead } from './sheet-head.tsx'
import { TimeBlock } from './time-block.tsx'
import { Ruled, Signs, Tick } from './writing.tsx'

interface OrderSheetProps {
  readonly view: OrderView
  readonly safety: Safety
  readonly code: OrderCode
}

/** OrderSheet is one order on paper: what, why, how people stay safe, what to take along, and room for what was found and who signs. */
export function OrderSheet({ view, safety, code }: OrderSheetProps): ReactNode {
  const t = useTranslations('print')
  const words = useOrderWords()
  const server = useServerWords()
  const { order, choices } = view
  const description = words.description(order)
  const consequence = choices.mode === null ? null : server.consequence(choices.mode)
  return (
    <>
      <SheetHead view={view} kind={t('kinds.order')} code={code} />
      <OrderFacts view={view} />
      {description !== null && <p className="whitespace-pre-line">{description}</p>}
      {consequence !== null && <p><b>{t('ifItWaits')}</b> {consequence}</p>}
      <EvidenceBlock view={view} />
      <section>
        <h2>{t('safety')}</h2>
        <SafetyWords safety={safety} />
        <PermitTable permits={safety.permits} timeZone={safety.timeZone} />
      </section>
      {view.tasks.length > 0 && <section className="whole"><h2>{t('kinds.checklist')}</h2><p>{t('stepsApart', { count: view.tasks.length })}</p></section>}
      <PartsBlock view={view} />
      <TimeBlock view={view} />
      <section className="whole">
        <h2>{t('found')}</h2>
        <div className="ticks mt-[2mm]">{VERDICTS.map((verdict) => <Tick key={verdict} on={order.verdict === verdict}>{words.verdict(verdict)}</Tick>)}</div>
        <Ruled lines={4} />
        <Signs roles={[t('doneBy'), t('checkedBy')]} />
      </section>
    </>
  )
}

function OrderFacts({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('print')
  const words = useOrderWords()
  const locale = useLocale()
  const { order, site } = view
  const at = (iso: string | null): string | null => (iso === null ? null : formatMoment(Date.parse(iso), 'short', locale, site.timeZone))
  const facts: readonly (readonly [string, string | null])[] = [
    [t('fact.status'), words.status(order.status)], [t('fact.kind'), words.kind(order.kind)], [t('fact.opened'), at(order.createdAt)],
    [t('fact.assignee'), order.assignee?.name ?? t('nobody')], [t('fact.planned'), at(order.plannedStart)],
    [t('fact.hours'), order.plannedHours === null ? null : t('hours', { hours: Number(order.plannedHours) })],
    [t('fact.due'), at(order.dueAt)], [t('fact.latestSafe'), at(order.latestSafeAt)], [t('fact.approved'), order.approvedBy?.name ?? null],
  ]
  return <dl className="facts">{facts.flatMap(([label, text]) => (text === null ? [] : [<div key={label}><dt>{label}</dt><dd className="num">{text}</dd></div>]))}</dl>
}
