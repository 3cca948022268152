'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Panel } from '../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import type { Report } from '../prepare/view.ts'

/** LineRates set each line's new alarms, 10 minutes at a time, side by side: which one floods its people. */
export function LineRates({ report: { lines } }: { readonly report: Report }): ReactNode {
  const t = useTranslations('alarms.report')
  return (
    <Panel title={t('byLine')} note={t('byLineNote')} bare>
      <Table label={t('byLine')}>
        <thead><tr><Th>{t('line')}</Th><Th number>{t('total')}</Th><Th number>{t('most10')}</Th><Th number>{t('busySpans')}</Th></tr></thead>
        <tbody>
          {lines.map(({ id, name, total, peak, peakAt, busy }) => (
            <tr key={id}>
              <Td>{name}</Td>
              <Td number>{total}</Td>
              <Td number>{peak}<span className="ms-2 text-12 text-fg-2"><Timestamp at={peakAt} style="short" /></span></Td>
              <Td number>{busy}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}
