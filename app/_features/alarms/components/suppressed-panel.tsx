'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import type { Held } from '../prepare/view.ts'
import { AlarmName } from './alarm-name.tsx'

/** SuppressedPanel lists the alarms that stand and say nothing, by design or because work is done. */
export function SuppressedPanel({ suppressed, onChoose }: { readonly suppressed: Held['suppressed']; readonly onChoose: (id: string) => void }): ReactNode {
  const t = useTranslations('alarms.held')
  return (
    <Panel title={t('suppressed')} note={t('suppressedNote')} bare>
      {suppressed.length === 0 ? <div className="p-3.5"><EmptyState>{t('noSuppressed')}</EmptyState></div> : (
        <Table label={t('suppressed')}>
          <thead><tr><Th>{t('alarm')}</Th><Th>{t('why')}</Th><Th>{t('since')}</Th></tr></thead>
          <tbody>
            {suppressed.map((alarm) => (
              <tr key={alarm.id}>
                <Td><AlarmName alarm={alarm} id={alarm.id} onChoose={onChoose} /></Td>
                <Td>{[t(alarm.byDesign ? 'byDesign' : 'maintenance'), alarm.byDesign ? null : alarm.reason].filter(Boolean).join(': ')}</Td>
                <Td className="whitespace-nowrap"><Timestamp at={alarm.openedAt} className="num" /></Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}
