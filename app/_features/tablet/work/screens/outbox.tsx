'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { leaveOut, useOutbox, type OutboxItem } from '../../../../_lib/tablet/hooks/use-outbox.ts'
import { safetyWordOf } from '../../safety/prepare/outbox-word.ts'
import { BigButton, BigLink } from '../../shell/components/big-button.tsx'
import { Empty } from '../../shell/components/empty.tsx'
import { TabletPanel } from '../../shell/components/panel.tsx'
import { ScreenWait } from '../../shell/components/screen-wait.tsx'
import { TabletScreen } from '../../shell/components/screen.tsx'
import { isFileRefused } from '../../../../_lib/tablet/outbox/refused.ts'
import { RefusedFile } from '../../facts/components/refused-file.tsx'
import { isAsked } from '../../../../_lib/tablet/review/clashes.ts'
import { hasReviewCard, ReviewCard } from '../../moves/components/review-card.tsx'
import { useMe } from '../../people/person-context.ts'

const KNOWN = ['emergency', 'start', 'resume', 'joinTimer', 'stopTimer', 'hold', 'close', 'complete', 'comment', 'answerTask', 'answerRest', 'usePart', 'attach', 'edit',
  'returnPart', 'carryRest', 'moveAsset', 'meToo', 'settleRecord', 'done', 'request'] as const

/** Outbox shows what was done on this tablet: what needs a person, what waits, and what the server has taken in. */
export default function Outbox(): ReactNode {
  const t = useTranslations('tabletWork.outbox')
  const c = useTranslations('tabletMoves')
  const items = useOutbox()
  const me = useMe()
  if (items === undefined) return <ScreenWait />
  const of = (state: OutboxItem['operation']['state']): readonly OutboxItem[] => items.filter((item) => item.operation.state === state)
  const asking = of('asks').map((item) => item.operation)
  const mine = ({ operation }: OutboxItem): boolean => operation.personId === me.id
  const section = (title: string, list: readonly OutboxItem[]): ReactNode => list.length > 0 && (
    <TabletPanel title={title}><ul className="grid gap-4">{list.map((item) => <Item key={item.operation.opId} item={item} asking={asking} />)}</ul></TabletPanel>
  )
  return (
    <TabletScreen title={t('title')} backTo="/m">
      {section(t('asks'), of('asks').filter((item) => mine(item) && isAsked(item.operation, asking)))}
      {section(c('colleagues'), of('asks').filter((item) => !mine(item) && isAsked(item.operation, asking)))}
      {section(t('waiting'), of('waiting'))}
      {of('waiting').length + of('asks').length === 0 && <Empty title={t('empty')} text={t('emptyWhy')}><BigLink href="/m">{t('toWork')}</BigLink></Empty>}
      {section(t('sent'), of('done'))}
    </TabletScreen>
  )
}

function Item({ item, asking }: { readonly item: OutboxItem; readonly asking: readonly OutboxItem['operation'][] }): ReactNode {
  const t = useTranslations('tabletWork.outbox')
  const s = useTranslations('tabletSafety.outbox')
  const locale = useLocale()
  const { operation, orderNumber, machine, author } = item
  const name = operation.kind === 'order.command' || operation.kind === 'permit.act' ? (operation.payload as { name?: string } | null)?.name : operation.kind.replace('order.', '')
  const safety = safetyWordOf(operation)
  const what = KNOWN.find((known) => known === name) ?? 'other'
  const held = operation.state === 'waiting' && operation.heldUntil !== null && operation.heldUntil > new Date().toISOString()
  return (
    <li className="border-t border-line pt-4 text-m18 first:border-t-0 first:pt-0">
      <p className="font-mid break-words">{safety === null ? t(`what.${what}`) : s(safety)}{machine !== null && `: ${machine}`}</p>
      <p className="num text-m16 text-fg-2">{[orderNumber, t('at', { time: formatMoment(Date.parse(operation.at), 'short', locale, operation.zone) }), author === '' ? null : t('by', { name: author }), held ? t('held') : null].filter(Boolean).join(', ')}</p>
      {operation.answer !== null && operation.answer.outcome !== 'waiting' && operation.answer.outcome !== 'failed' && operation.answer.outcome !== 'applied' && !(operation.state === 'asks' && (hasReviewCard(operation) || isFileRefused(operation))) && (
        <p className="mt-1">{t(`outcome.${operation.answer.outcome}`)}{operation.answer.reason !== null && `: ${operation.answer.reason.message}`}</p>
      )}
      {isFileRefused(operation) ? <RefusedFile operation={operation} /> : operation.state === 'asks' && (hasReviewCard(operation) ? <div className="mt-3 grid gap-3"><ReviewCard operation={operation} asking={asking} /></div> : <Decide item={item} />)}
    </li>
  )
}

function Decide({ item }: { readonly item: OutboxItem }): ReactNode {
  const t = useTranslations('tabletWork.outbox')
  const [asked, setAsked] = useState(false)
  if (asked) {
    return (
      <div className="mt-2 grid gap-2" role="group" aria-label={t('dropTitle')}>
        <p>{t('dropTitle')} {t('dropText')}</p>
        <BigButton onClick={() => { void leaveOut(item.operation.opId) }}>{t('drop')}</BigButton>
      </div>
    )
  }
  return (
    <div className="mt-2 grid grid-cols-2 gap-2">
      {item.orderNumber !== null && <BigLink href={`/m/o/${item.orderNumber}`}>{t('openOrder')}</BigLink>}
      <BigButton onClick={() => { setAsked(true) }}>{t('drop')}</BigButton>
    </div>
  )
}
