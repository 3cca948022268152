'use client'

import { ChevronDown } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { useOrderWords } from '../../../../_lib/words/use-order-words.ts'
import type { Content } from '../prepare/content.ts'

interface ContentListsProps {
  readonly content: Content
  readonly zone: string
  /** Temporary repairs stand elsewhere on the screen, with what can be done to them. */
  readonly withoutRepairs?: boolean
}

/** ContentLists tells what is open in a place, each kind with its count, to be unfolded: work, locks, permits, machines with alarms, temporary repairs. */
export function ContentLists({ content, zone, withoutRepairs = false }: ContentListsProps): ReactNode {
  const t = useTranslations('handover')
  const kinds = useTranslations('isolation')
  const words = useOrderWords()
  const locale = useLocale()
  const moment = (text: string): string => formatMoment(Date.parse(text), 'short', locale, zone)
  return (
    <div>
      <List
        title={t('orders')} none={t('noOrders')}
        rows={content.orders.map((order) => ({
          key: order.number, head: `${order.machine.tag} ${words.title(order)}`,
          more: [order.number, order.status === 'on_hold' && order.holdReason !== null ? words.hold(order.holdReason) : words.status(order.status), order.assignee],
        }))}
      />
      <List title={t('locks')} none={t('noLocks')} rows={content.locks.map(({ person, lock, since, order, machine }) => ({ key: `${order} ${person}`, head: `${machine.tag} ${person}`, more: [lock, order, moment(since)] }))} />
      <List
        title={t('permits')} none={t('noPermits')}
        rows={content.permits.map(({ number, kind, status, performer, to, order, machine }) => ({
          key: number, head: `${machine.tag} ${kinds(`kind.${kind as 'height'}`)}`, more: [number, kinds(`status.${status as 'issued'}`), performer, order, `${t('until')} ${moment(to)}`],
        }))}
      />
      <List title={t('machines')} none={t('noMachines')} rows={content.machines.map(({ machine, alarms, since }) => ({ key: machine.id, head: `${machine.tag} ${machine.name}`, more: [t('alarms', { count: alarms }), moment(since)] }))} />
      {!withoutRepairs && (
        <List
          title={t('repairs')} none={t('noRepairs')}
          rows={content.repairs.map(({ id, what, risk, owner, expiresAt, order, machine }) => ({ key: id, head: `${machine.tag} ${what}`, more: [t(`risk.${risk}`), owner, order, `${t('until')} ${moment(expiresAt)}`] }))}
        />
      )}
    </div>
  )
}

interface Row {
  readonly key: string
  readonly head: string
  readonly more: readonly (string | null)[]
}

function List({ title, none, rows }: { readonly title: string; readonly none: string; readonly rows: readonly Row[] }): ReactNode {
  if (rows.length === 0) return <p className="border-t border-line py-3 text-m18 text-fg-2 first:border-t-0">{none}</p>
  return (
    <details className="group border-t border-line first:border-t-0">
      <summary className="flex min-h-14 cursor-pointer list-none items-center gap-3 text-m18 font-mid [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 flex-1">{title}</span><span className="num">{rows.length}</span>
        <ChevronDown size={24} strokeWidth={1.7} aria-hidden className="shrink-0 text-fg-2 group-open:rotate-180" />
      </summary>
      <ul className="grid gap-3 pb-3">
        {rows.map(({ key, head, more }) => (
          <li key={key} className="text-m18 break-words">{head}<span className="num block text-m16 text-fg-2">{more.filter((one) => one !== null).join(', ')}</span></li>
        ))}
      </ul>
    </details>
  )
}
