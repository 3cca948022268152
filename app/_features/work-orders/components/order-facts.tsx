'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { isUnfinished, type WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import { Link } from '../../../_ui/link.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import type { OrderView } from '../prepare/view.ts'

const row = 'flex items-baseline gap-3 border-t border-line-soft px-3.5 py-2 text-13 first:border-t-0'

/** Waiting says what happens if the work waits, and which orders belong to this one. */
export function Waiting({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder')
  const words = useOrderWords()
  const server = useServerWords()
  const { mode } = view.choices
  const consequence = mode === null ? null : server.consequence(mode)
  const waits = consequence !== null && isUnfinished(view.order.status as WorkOrderStatus)
  return (
    <>
      {waits && <Panel title={t('ifItWaits')}><p className="max-w-[75ch] text-13">{consequence}</p></Panel>}
      {view.witnesses.length > 0 && <p className="px-1 text-13 text-fg-2">{t('witnesses', { names: view.witnesses.map((one) => (one.note === null ? one.name : `${one.name} (${one.note})`)).join(', ') })}</p>}
      {view.links.length > 0 && (
        <Panel title={t('links.title')} bare>
          <ul>
            {view.links.map((link) => (
              <li key={link.id} className={row}>
                <span className="me-auto">{t(`links.${link.relation}`)} <Link href={`/work-orders/${link.number}`}>{link.number}</Link></span>
                <span className="text-12 text-fg-2">{words.status(link.status)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}
