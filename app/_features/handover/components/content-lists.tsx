'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { usePriorityWords } from '../../../_lib/words/use-words.ts'
import { Link } from '../../../_ui/link.tsx'
import { PriorityMark } from '../../../_ui/priority-mark.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import type { Content } from '../prepare/view.ts'

/** ContentLists tells what was open when a handover was prepared: machines with alarms, locks, permits, work and temporary repairs. */
export function ContentLists({ content }: { readonly content: Content }): ReactNode {
  const t = useTranslations('handover')
  const kinds = useTranslations('isolation')
  const words = useOrderWords()
  const mark = usePriorityWords()
  return (
    <div className="grid gap-3">
      <List title={t('machines')} none={t('noMachines')}>
        {content.machines.map(({ machine, priority, alarms, since }) => (
          <Row key={machine.id} mark={<PriorityMark priority={priority} acknowledged={false} quiet size={18} label={mark(priority)} />} machine={machine}>{t('alarms', { count: alarms })}, <Timestamp at={since} className="num" /></Row>
        ))}
      </List>
      <List title={t('locks')} none={t('noLocks')}>
        {content.locks.map(({ person, lock, since, order, machine }) => <Row key={`${order} ${person}`} machine={machine} order={order}>{person}, {lock}, <Timestamp at={since} className="num" /></Row>)}
      </List>
      <List title={t('permits')} none={t('noPermits')}>
        {content.permits.map(({ number, kind, status, performer, to, order, machine }) => (
          <Row key={number} machine={machine} order={order}>{number} {kinds(`kind.${kind as 'height'}`)}, {kinds(`status.${status as 'issued'}`)}, {performer}, {kinds('until')} <Timestamp at={to} className="num" /></Row>
        ))}
      </List>
      <List title={t('orders')} none={t('noOrders')}>
        {content.orders.map((order) => (
          <Row
            key={order.number} machine={order.machine} order={order.number}
            mark={<PriorityMark priority={order.priority} acknowledged quiet size={18} label={mark(order.priority)} />}
          >
            {words.title(order)} · {order.status === 'on_hold' && order.holdReason !== null ? words.hold(order.holdReason) : words.status(order.status)}{order.assignee === null ? '' : ` · ${order.assignee}`}
          </Row>
        ))}
      </List>
      <List title={t('repairs')} none={t('noRepairs')}>
        {content.repairs.map(({ id, what, risk, owner, expiresAt, order, machine }) => (
          <Row key={id} machine={machine} order={order}>{what} · {t(`risk.${risk}`)} · {owner}, {kinds('until')} <Timestamp at={expiresAt} className="num" /></Row>
        ))}
      </List>
    </div>
  )
}

function List({ title, none, children }: { readonly title: string; readonly none: string; readonly children: readonly ReactNode[] }): ReactNode {
  return (
    <section aria-label={title}>
      <h3 className="text-12 font-strong text-fg-2">{title}</h3>
      {children.length === 0 ? <p className="text-13 text-fg-2">{none}</p> : <ul className="mt-1 grid gap-1.5">{children}</ul>}
    </section>
  )
}

interface RowProps {
  readonly mark?: ReactNode
  readonly machine: { readonly id: string; readonly tag: string }
  readonly order?: string | null
  readonly children: ReactNode
}

const Row = ({ mark, machine, order, children }: RowProps): ReactNode => (
  <li className="flex items-start gap-2 text-13">
    {mark}
    <span className="min-w-0 wrap-anywhere"><Link href={`/assets/${machine.id}`}>{machine.tag}</Link> {order != null && <Link href={`/work-orders/${order}`}>{order}</Link>} {children}</span>
  </li>
)
