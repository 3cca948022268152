'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { isEnded, type WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { usePriorityWords } from '../../../_lib/words/use-words.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import { cx } from '../../../_ui/cx.ts'
import { Link } from '../../../_ui/link.tsx'
import { PriorityMark } from '../../../_ui/priority-mark.tsx'
import { TimeAgo, Timestamp } from '../../../_ui/time.tsx'
import type { OrderRow } from '../prepare/view.ts'

const COLUMNS = 'grid grid-cols-[20px_minmax(0,1fr)] gap-x-3 lg:grid-cols-[20px_96px_minmax(0,1fr)_120px_130px_120px]'

/** OrderTable lists orders, one link each; on a narrow screen a row folds into two lines. */
export function OrderTable({ orders }: { readonly orders: readonly OrderRow[] }): ReactNode {
  const t = useTranslations('workOrder.list')
  return (
    <div className="rounded-lg border border-line bg-surface">
      <div aria-hidden className={cx(COLUMNS, 'border-b border-line px-3.5 py-[7px] text-12 text-fg-2 max-lg:hidden')}>
        <span /><span>{t('columns.number')}</span><span>{t('columns.what')}</span><span>{t('columns.status')}</span><span>{t('columns.who')}</span><span className="text-end">{t('columns.due')}</span>
      </div>
      <ul aria-label={t('title')}>{orders.map((order) => <Row key={order.id} order={order} />)}</ul>
    </div>
  )
}

function Row({ order }: { readonly order: OrderRow }): ReactNode {
  const t = useTranslations('workOrder')
  const words = useOrderWords()
  const mark = usePriorityWords()
  const now = useNow()
  const ended = isEnded(order.status as WorkOrderStatus)
  const overdue = !ended && order.dueAt !== null && Date.parse(order.dueAt) < now
  return (
    <li className={cx(COLUMNS, 'touch relative items-center border-t border-line-soft px-3.5 py-2 text-13 first:border-t-0 hover:bg-g3')}>
      <PriorityMark priority={order.priority} acknowledged={order.status !== 'requested' && order.assignee !== null} quiet={ended || order.proposeClose} size={18} label={mark(order.priority)} className="max-lg:row-span-2 max-lg:self-start" />
      <span className="whitespace-nowrap max-lg:hidden">{order.number}</span>
      {/* The whole row is the link's target, without wrapping everything in it. */}
      <Link plain href={`/work-orders/${order.number}`} className="min-w-0 font-mid !text-fg after:absolute after:inset-0">
        <span className="lg:hidden">{order.number} · </span>{words.title(order)}
        <Reported of={order.reported} />
      </Link>
      <span className="max-lg:col-start-2 max-lg:text-12 max-lg:text-fg-2">
        {order.proposeClose || order.repairInDoubt ? t('list.question') : order.status === 'on_hold' && order.holdReason !== null ? words.hold(order.holdReason) : words.status(order.status)}
        {order.verdict !== null && <span className="block text-12 text-fg-2">{words.verdict(order.verdict)}</span>}
        <span className="lg:hidden"> · {order.assignee?.name ?? t('nobody')}</span>
      </span>
      <span className={cx('truncate max-lg:hidden', order.assignee === null && 'text-fg-2')}>{order.assignee?.name ?? t('nobody')}</span>
      <span className="num text-end text-12 text-fg-2 max-lg:hidden">
        {overdue ? <b className="text-fg">{t('list.overdue')} <TimeAgo bare at={order.dueAt ?? order.createdAt} /></b> : order.dueAt !== null && !ended ? <Timestamp at={order.dueAt} style="short" /> : <Timestamp at={order.createdAt} style="short" />}
      </span>
    </li>
  )
}

/** Reported is who told of it without an account, how to reach him, and what he answered. */
function Reported({ of }: { readonly of: OrderRow['reported'] }): ReactNode {
  const t = useTranslations('requests.list')
  if (of === null) return null
  const who = [of.name, of.contact].filter(Boolean).join(', ')
  return (
    <span className="block text-12 font-text text-fg-2">
      {[who === '' ? t('by') : t('byWhom', { who }), of.stopped && t('stopped'), of.danger && t('danger')].filter(Boolean).join(' · ')}
    </span>
  )
}
