'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Link } from '../../../_ui/link.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { TimeAgo } from '../../../_ui/time.tsx'
import type { AssetDetail } from '../prepare/points.ts'

/** AssetOrders lists the machine's open work. */
export function AssetOrders({ detail }: { readonly detail: AssetDetail }): ReactNode {
  const t = useTranslations()
  const words = useOrderWords()
  return (
    <Panel title={t('assets.openWork')} bare>
      {detail.openOrders.length === 0
        ? <div className="p-3.5"><EmptyState>{t('assets.noWork')}</EmptyState></div>
        : (
            <ul className="divide-y divide-line-soft">
              {detail.openOrders.map((order) => (
                <li key={order.id} className="px-3.5 py-2.5 text-13">
                  <p><Link href={`/work-orders/${order.number}`} className="touch inline-flex min-h-6 items-center">{order.number}</Link> {words.title(order)}</p>
                  <p className="mt-0.5 text-12 text-fg-2">
                    {words.status(order.status)} · {order.assignee?.name ?? t('overview.nobody')} · <TimeAgo at={order.createdAt} />
                  </p>
                </li>
              ))}
            </ul>
          )}
    </Panel>
  )
}
