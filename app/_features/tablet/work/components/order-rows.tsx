'use client'

import { ChevronRight, CloudUpload } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { useOrderWords } from '../../../../_lib/words/use-order-words.ts'
import { Link } from '../../shell/router/link.tsx'
import { useClock } from '../../shell/hooks/use-clock.ts'
import { isOverdue } from '../prepare/my-work.ts'
import { OrderSign } from './order-sign.tsx'

interface OrderRowsProps {
  readonly label: string
  readonly orders: readonly SeenOrder[]
  readonly personId: string
}

/** OrderRows is a list of orders, each a row high enough for a glove: the machine, what is to be done, and by when. */
export function OrderRows({ label, orders, personId }: OrderRowsProps): ReactNode {
  return (
    <ul aria-label={label} className="frame overflow-hidden rounded-[14px] bg-surface">
      {orders.map((seen) => <Row key={seen.order.id} seen={seen} personId={personId} />)}
    </ul>
  )
}

function Row({ seen, personId }: { readonly seen: SeenOrder; readonly personId: string }): ReactNode {
  const t = useTranslations('tabletWork.work')
  const locale = useLocale()
  const words = useOrderWords()
  const now = useClock()
  const { order, asset, site } = seen
  const overdue = isOverdue(seen, now)
  // Of finished work it is told when that was, of all other when it should be.
  const when = order.completedAt ?? order.plannedStart ?? order.dueAt
  return (
    <li className="border-t border-line first:border-t-0">
      <Link href={`/m/o/${order.number}`} className="flex min-h-20 items-center gap-4 px-6 py-3 text-fg no-underline active:bg-g4 max-sm:gap-3 max-sm:px-4">
        <OrderSign seen={seen} personId={personId} />
        <span className="min-w-0 flex-1">
          <span className="block text-m18 font-mid break-words">{asset.tag} {asset.name}</span>
          <span className="block text-m16 text-fg-2 break-words">{order.status === 'on_hold' && order.holdReason !== null ? words.hold(order.holdReason) : words.title(order)}</span>
          <span className="block text-m16 text-fg-2">{order.number}{order.assignee !== null && order.assignee.id !== personId && `, ${order.assignee.name}`}</span>
        </span>
        {seen.waiting.length > 0 && <CloudUpload size={22} strokeWidth={1.7} role="img" aria-label={t('notSent')} className="shrink-0 text-fg-2" />}
        {when !== null && (
          <span className="num shrink-0 text-end text-m16 text-fg-2">
            <span className={overdue ? 'block font-strong text-fg' : 'block text-fg'}>{formatMoment(Date.parse(when), 'day', locale, site.timeZone)}</span>
            <span className="block">{overdue ? t('overdue') : formatMoment(Date.parse(when), 'clock', locale, site.timeZone)}</span>
          </span>
        )}
        <ChevronRight size={22} strokeWidth={1.7} aria-hidden className="shrink-0 text-fg-2 rtl:-scale-x-100" />
      </Link>
    </li>
  )
}
