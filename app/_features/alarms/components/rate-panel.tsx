'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { barsOf } from '../prepare/rate.ts'
import type { Report } from '../prepare/view.ts'
import { RateChart } from './rate-chart.tsx'

/** RatePanel shows the new alarms of every hour against the standard's figure, as a picture or as its numbers. */
export function RatePanel({ report }: { readonly report: Report }): ReactNode {
  const t = useTranslations('alarms.report')
  const [asTable, setAsTable] = useState(false)
  const bars = barsOf(report)
  const { perHour } = report.targets
  return (
    <Panel
      title={t('rate')} note={t('rateNote', { total: report.summary.total, target: perHour.value, source: perHour.source })} bare
      aside={<Button size="sm" onPress={() => { setAsTable(!asTable) }}>{t(asTable ? 'picture' : 'table')}</Button>}
    >
      {asTable ? (
        <div className="max-h-80 overflow-y-auto">
          <Table label={t('rate')}>
            <thead><tr><Th>{t('hour')}</Th><Th number>{t('newAlarms')}</Th><Th number>{t('foldedOnes')}</Th></tr></thead>
            <tbody>{bars.filter((bar) => bar.n > 0).map(({ at, n, folded }) => <tr key={at}><Td><Timestamp at={at} style="short" className="num" /></Td><Td number>{n}</Td><Td number>{folded}</Td></tr>)}</tbody>
          </Table>
        </div>
      ) : <div className="p-3"><RateChart bars={bars} target={perHour.value} label={t('rate')} /></div>}
    </Panel>
  )
}
