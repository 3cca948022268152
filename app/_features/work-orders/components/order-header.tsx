'use client'

import { ChevronRight, Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { isEnded, type WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { usePriorityWords } from '../../../_lib/words/use-words.ts'
import { LinkButton } from '../../../_ui/button.tsx'
import { cx } from '../../../_ui/cx.ts'
import { Link } from '../../../_ui/link.tsx'
import { PriorityMark } from '../../../_ui/priority-mark.tsx'
import { Term } from '../../../_ui/term.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { PATH, placeOnPath } from '../prepare/next-step.ts'
import type { OrderView } from '../prepare/view.ts'

/** OrderHeader names the order, says where it comes from and where it is in its life. */
export function OrderHeader({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder')
  const print = useTranslations('print')
  const words = useOrderWords()
  const mark = usePriorityWords()
  const { order, asset, rule } = view
  const ended = isEnded(order.status as WorkOrderStatus)
  // Grey when normal: what went away by itself only asks a question.
  const recovered = view.proposals.includes('close')
  const acknowledged = view.incident?.alarm?.startsWith('acknowledged') ?? order.status !== 'requested'
  return (
    <header className="flex flex-wrap items-start gap-x-3 gap-y-2">
      <div className="flex min-w-0 flex-1 basis-[420px] gap-3 max-sm:basis-full">
        <PriorityMark priority={order.priority} acknowledged={acknowledged} quiet={ended || recovered} label={mark(order.priority, acknowledged)} className="mt-1" />
        <div className="min-w-0">
          <h1 className="text-20 font-strong text-pretty">{words.title(order)}</h1>
          <p className="text-13 text-fg-2">
            {order.number}{order.provisionalNumber !== null && ` (${t('provisional', { number: order.provisionalNumber })})`}
            {' · '}{order.kind === 'predictive' ? <Term term="predictive">{words.kind(order.kind)}</Term> : words.kind(order.kind)}
            {' · '}{t('opened')} <Timestamp at={order.createdAt} className="num" />
            {rule !== null && <> {t('by')} <Link href={`/rules/${rule.id}`}>{rule.name}{rule.version !== null && `, v${rule.version}`}</Link></>}
            {rule === null && order.createdBy !== null && ` ${t('by')} ${order.createdBy.name}`}
            {' · '}<Link href={`/assets/${asset.id}`}>{asset.tag}</Link>
            {' · '}<Term term="criticality">{t('criticality', { level: asset.criticality })}</Term>
            {order.assignee !== null && ` · ${order.assignee.name}`}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-1">
        <LinkButton size="sm" href={`/print/orders/${order.number}`}><Printer size={14} strokeWidth={1.5} aria-hidden />{print('open')}</LinkButton>
        <StatusPath view={view} />
      </div>
    </header>
  )
}

function StatusPath({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder')
  const words = useOrderWords()
  const { status, holdReason, deferral } = view.order
  const place = placeOnPath(status)
  if (place === null) return <p className="text-13 font-strong">{words.status(status)}</p>
  const shown = status === 'requested' ? (['requested', ...PATH] as const) : PATH
  return (
    <div>
      <ol aria-label={t('path')} className="flex flex-wrap items-center gap-x-2 text-12 text-fg-2">
        {shown.map((step, index) => {
          const now = status === 'requested' ? index === 0 : index === place
          return (
            <li key={step} aria-current={now ? 'step' : undefined} className={cx('flex items-center gap-2 leading-7', now ? 'font-strong text-fg' : 'max-sm:hidden')}>
              {index > 0 && <ChevronRight size={12} strokeWidth={1.5} aria-hidden className="text-g8 max-sm:hidden rtl:-scale-x-100" />}
              {now ? words.status(status) : words.status(step)}
            </li>
          )
        })}
      </ol>
      {holdReason !== null && status === 'on_hold' && <p className="text-end text-12">{words.hold(holdReason)}</p>}
      {deferral !== null && <p className="text-end text-12">{t('deferredUntil')} <Timestamp at={deferral.until} style="short" /></p>}
    </div>
  )
}
