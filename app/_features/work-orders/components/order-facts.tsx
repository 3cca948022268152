'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { isUnfinished, type WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import { Link } from '../../../_ui/link.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Age } from '../../../_ui/time.tsx'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import type { OrderView } from '../prepare/view.ts'

const row = 'flex items-baseline gap-3 border-t border-line-soft px-3.5 py-2 text-13 first:border-t-0'

/** Parts lists the parts used; nothing is shown while there are none. */
export function Parts({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder')
  if (view.parts.length === 0) return null
  return (
    <Panel title={t('parts')} bare>
      <ul>{view.parts.map((part) => <li key={part.id} className={row}><span className="mr-auto">{part.name}</span><span className="num">{part.quantity}</span></li>)}</ul>
    </Panel>
  )
}

/** Labour lists who works or worked on the order, and for how long. */
export function Labour({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder')
  const now = useNow()
  if (view.labour.entries.length === 0) return null
  return (
    <Panel title={t('labour')} aside={<span className="num">{t('hours', { hours: view.labour.hours })}</span>} bare>
      <ul>
        {view.labour.entries.map((entry) => (
          <li key={entry.id} className={row}>
            <span className="mr-auto">{entry.person.name}</span>
            {entry.endedAt === null && <span className="text-12 text-fg-2">{t('running')}</span>}
            <Age ms={(entry.endedAt === null ? now : Date.parse(entry.endedAt)) - Date.parse(entry.startedAt)} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

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
      {view.links.length > 0 && (
        <Panel title={t('links.title')} bare>
          <ul>
            {view.links.map((link) => (
              <li key={link.id} className={row}>
                <span className="mr-auto">{t(`links.${link.relation}`)} <Link href={`/work-orders/${link.number}`}>{link.number}</Link></span>
                <span className="text-12 text-fg-2">{words.status(link.status)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}
