'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { Term } from '../../../_ui/term.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { useAlarmActions } from '../hooks/use-alarm-actions.ts'
import { useAlarmWords } from '../hooks/use-alarm-words.ts'
import type { Held } from '../prepare/view.ts'
import { DesignDialog } from './design-dialog.tsx'

interface DesignPanelProps {
  readonly suppressions: Held['suppressions']
  readonly mayConfigure: boolean
}

/** DesignPanel shows how suppression by design is configured, and lets whoever may add to it or take from it. */
export function DesignPanel({ suppressions, mayConfigure }: DesignPanelProps): ReactNode {
  const t = useTranslations('alarms.held')
  const { limit } = useAlarmWords()
  const { removeSuppression, isEnding } = useAlarmActions()
  const [adding, setAdding] = useState(false)
  const add = mayConfigure ? <Button size="sm" onPress={() => { setAdding(true) }}>{t('add')}</Button> : undefined
  return (
    <Panel title={<Term term="byDesign">{t('design')}</Term>} note={t('designNote')} aside={suppressions.length > 0 ? add : undefined} bare>
      {suppressions.length === 0 ? <div className="p-3.5"><EmptyState action={add}>{t('noDesign')}</EmptyState></div> : (
        <Table label={t('design')}>
          <thead><tr><Th>{t('machine')}</Th><Th>{t('while')}</Th><Th>{t('why')}</Th><Th>{t('by')}</Th><Th><span className="sr-only">{t('remove')}</span></Th></tr></thead>
          <tbody>
            {suppressions.map((one) => (
              <tr key={one.id}>
                <Td><b className="font-strong">{one.assetTag}</b> {one.assetName}</Td>
                <Td>{t(one.direction, { point: one.pointName, machine: one.causeTag, limit: limit(one.limit, one.unit) })}</Td>
                <Td>{one.reason}</Td>
                <Td className="whitespace-nowrap">{one.by}, <Timestamp at={one.at} style="short" className="num" /></Td>
                <Td className="text-end">
                  {one.mayEnd && <Button size="sm" isDisabled={isEnding} aria-label={t('removeOf', { machine: one.assetTag })} onPress={() => { removeSuppression(one.id) }}>{t('remove')}</Button>}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {adding && <DesignDialog onClose={() => { setAdding(false) }} />}
    </Panel>
  )
}
