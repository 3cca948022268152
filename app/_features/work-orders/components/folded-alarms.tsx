'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { usePriorityWords } from '../../../_lib/words/use-words.ts'
import { Button } from '../../../_ui/button.tsx'
import { Link } from '../../../_ui/link.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { PriorityMark } from '../../../_ui/priority-mark.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { Term } from '../../../_ui/term.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import type { OrderView } from '../prepare/view.ts'

const SHOWN = 8

/** FoldedAlarms lists the alarms of a flood that an order carries: all are counted, the first ones stand here, the others on demand. */
export function FoldedAlarms({ view: { folded } }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder.folded')
  const words = usePriorityWords()
  const [all, setAll] = useState(false)
  if (folded === null) return null
  const { count, machines, worstPriority, alarms } = folded
  const listed = all ? alarms : alarms.slice(0, SHOWN)
  return (
    <Panel title={<Term term="flood">{t('title')}</Term>} note={t('note', { count, machines, worst: worstPriority })} bare>
      <Table label={t('title')}>
        <thead><tr><Th>{t('machine')}</Th><Th>{t('mode')}</Th><Th>{t('at')}</Th></tr></thead>
        <tbody>
          {listed.map((alarm) => (
            <tr key={alarm.incidentId}>
              <Td>
                <span className="flex items-center gap-2">
                  <PriorityMark quiet priority={alarm.priority} size={15} label={words(alarm.priority)} className="shrink-0" />
                  <Link href={`/alarms?alarm=${alarm.incidentId}`}>{alarm.tag} {alarm.name}</Link>
                </span>
              </Td>
              <Td>{alarm.failureMode ?? ''}</Td>
              <Td className="whitespace-nowrap"><Timestamp at={alarm.openedAt} className="num" /></Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {!all && alarms.length > SHOWN && <div className="border-t border-line-soft p-2"><Button size="sm" variant="quiet" onPress={() => { setAll(true) }}>{t('more', { count: alarms.length })}</Button></div>}
      {count > alarms.length && <p className="border-t border-line-soft px-3.5 py-2 text-12 text-fg-2">{t('unlisted', { count: count - alarms.length })}</p>}
    </Panel>
  )
}
