'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { Term } from '../../../_ui/term.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { useAlarmActions } from '../hooks/use-alarm-actions.ts'
import { useAlarmWords } from '../hooks/use-alarm-words.ts'
import type { Held } from '../prepare/view.ts'
import { AlarmName } from './alarm-name.tsx'

/** ShelfPanel lists what is shelved: why, by whom, until when; a shelf is ended here. */
export function ShelfPanel({ shelves, onChoose }: { readonly shelves: Held['shelves']; readonly onChoose: (id: string) => void }): ReactNode {
  const t = useTranslations('alarms.held')
  const { title } = useAlarmWords()
  const { unshelve, isEnding } = useAlarmActions()
  return (
    <Panel title={<Term term="shelve">{t('shelves')}</Term>} note={t('shelvesNote')} bare>
      {shelves.length === 0 ? <div className="p-3.5"><EmptyState>{t('noShelves')}</EmptyState></div> : (
        <Table label={t('shelves')}>
          <thead><tr><Th>{t('alarm')}</Th><Th>{t('why')}</Th><Th>{t('by')}</Th><Th>{t('until')}</Th><Th><span className="sr-only">{t('endShelf')}</span></Th></tr></thead>
          <tbody>
            {shelves.map((shelf) => (
              <tr key={shelf.id}>
                <Td><AlarmName alarm={shelf} id={shelf.incidentId} onChoose={onChoose} /><span className="ms-6 text-12 text-fg-2">{t(shelf.active ? 'standsNow' : 'quietNow')}</span></Td>
                <Td>{shelf.reason}</Td>
                <Td className="whitespace-nowrap">{shelf.by}, <Timestamp at={shelf.at} className="num" /></Td>
                <Td className="whitespace-nowrap"><Timestamp at={shelf.until} style="short" className="num" /></Td>
                <Td className="text-end">
                  {shelf.mayEnd && <Button size="sm" isDisabled={isEnding} aria-label={t('endShelfOf', { alarm: title(shelf, shelf.ruleName) })} onPress={() => { unshelve(shelf.id) }}>{t('endShelf')}</Button>}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}
