'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { Button } from '../../../_ui/button.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { useOrderCommand } from '../hooks/use-order-command.ts'
import type { OrderView } from '../prepare/view.ts'

type Said = Partial<Readonly<Record<'verdict' | 'effect' | 'itemCode' | 'modeCode' | 'activityCode', string | null | undefined>>>

/** SecondRecord shows what somebody else recorded of the same work, beside what stands, and lets whoever verifies decide which holds. */
export function SecondRecord({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder.second')
  const words = useOrderWords()
  const commands = useOrderCommand(view.order)
  const { secondRecord: second, order } = view
  if (second === null) return null
  const said = (of: Said): string =>
    [of.verdict && words.verdict(of.verdict), of.effect && words.effect(of.effect), of.itemCode, of.modeCode, of.activityCode && words.activity(of.activityCode)].filter(Boolean).join(' · ') || t('nothing')
  const may = view.allowed.includes('settleRecord')
  return (
    <Panel title={t('title')} strong>
      <p className="mb-2 text-13 text-fg-2">{t('text')}</p>
      <dl className="grid gap-2 text-13">
        <div><dt className="text-12 text-fg-2">{order.completedBy?.name ?? t('first')}</dt><dd>{said(order)}</dd></div>
        <div><dt className="text-12 text-fg-2">{second.by} <Timestamp at={second.at} className="num" /></dt><dd>{said(second.record)}{second.record.causeNote !== undefined && <span className="block text-fg-2">{second.record.causeNote}</span>}</dd></div>
      </dl>
      {commands.error !== null && <div className="mt-2"><ErrorState message={commands.error} /></div>}
      {may && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button isPending={commands.pending === 'settleRecord'} onPress={() => { commands.run('settleRecord', { take: 'first' }) }}>{t('takeFirst')}</Button>
          <Button isPending={commands.pending === 'settleRecord'} onPress={() => { commands.run('settleRecord', { take: 'second' }) }}>{t('takeSecond', { person: second.by })}</Button>
        </div>
      )}
    </Panel>
  )
}
