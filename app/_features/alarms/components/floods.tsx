'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { Term } from '../../../_ui/term.tsx'
import { Age, Timestamp } from '../../../_ui/time.tsx'
import type { Report } from '../prepare/view.ts'

/** Floods lists a period's floods: which line, which alarm came first, how long and how much. */
export function Floods({ report: { floods }, onChoose }: { readonly report: Report; readonly onChoose: (id: string) => void }): ReactNode {
  const t = useTranslations('alarms.report')
  return (
    <Panel title={<Term term="flood">{t('floods')}</Term>} note={t('floodsNote')} bare>
      {floods.length === 0 ? <div className="p-3.5"><EmptyState>{t('noFloods')}</EmptyState></div> : (
        <Table label={t('floods')}>
          <thead><tr><Th>{t('line')}</Th><Th>{t('firstOut')}</Th><Th>{t('began')}</Th><Th number>{t('lasted')}</Th><Th number>{t('alarms')}</Th><Th number>{t('machines')}</Th></tr></thead>
          <tbody>
            {floods.map((flood) => (
              <tr key={flood.id}>
                <Td>{flood.line}</Td>
                <Td><Button onPress={() => { onChoose(flood.parentId) }} className="touch rounded-sm text-start underline decoration-g7 underline-offset-2 hover:bg-g3">{flood.assetTag} {flood.assetName}</Button></Td>
                <Td className="whitespace-nowrap"><Timestamp at={flood.firstAt} style="short" className="num" /></Td>
                <Td number>{flood.running ? t('running') : <Age ms={Date.parse(flood.endsAt) - Date.parse(flood.firstAt)} />}</Td>
                <Td number>{flood.alarms}</Td>
                <Td number>{flood.machines}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}
