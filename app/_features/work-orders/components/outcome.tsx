'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import { Panel } from '../../../_ui/panel.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import type { OrderView } from '../prepare/view.ts'

/** Outcome says what was found and done, once somebody has said it. */
export function Outcome({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder')
  const words = useOrderWords()
  const server = useServerWords()
  const { order, choices } = view
  const named = (list: readonly { readonly code: string; readonly name: string }[], code: string | null): string | null =>
    code === null ? null : (list.find((one) => one.code === code)?.name ?? code)
  const facts: readonly (readonly [label: string, text: ReactNode])[] = [
    [t('close.verdict.short'), order.verdict === null ? null : words.verdict(order.verdict)],
    [t('close.effect'), order.effect === null ? null : words.effect(order.effect)],
    [t('close.item'), named(choices.items, order.itemCode)],
    [t('close.mode'), order.completedAt === null ? null : named(choices.modes.map((mode) => ({ code: mode.code, name: server.mode(mode) })), order.modeCode)],
    [t('close.activity'), order.activityCode === null ? null : words.activity(order.activityCode)],
    [t('close.times.functionLostAt'), order.functionLostAt === null ? null : <Timestamp key="l" at={order.functionLostAt} style="short" />],
    [t('close.times.workStartedAt'), order.completedAt === null || order.workStartedAt === null ? null : <Timestamp key="s" at={order.workStartedAt} style="short" />],
    [t('close.times.workFinishedAt'), order.workFinishedAt === null ? null : <Timestamp key="f" at={order.workFinishedAt} style="short" />],
    [t('close.times.returnedAt'), order.returnedAt === null ? null : <Timestamp key="r" at={order.returnedAt} style="short" />],
    [t('close.note'), order.causeNote ?? order.verdictNote],
    [t('endReason'), order.endReason],
  ]
  const said = facts.filter(([, text]) => text !== null)
  if (said.length === 0) return null
  return (
    <Panel title={t('outcome')} note={order.completedBy?.name}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-13">
        {said.map(([label, text]) => (
          <div key={label} className="contents"><dt className="text-fg-2">{label}</dt><dd className="num">{text}</dd></div>
        ))}
      </dl>
    </Panel>
  )
}
