'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatAge } from '../../../../_lib/format/ages.ts'
import { Table, Td, Th } from '../../../../_ui/table.tsx'
import { Timestamp } from '../../../../_ui/time.tsx'
import type { BacktestSides } from '../../hooks/use-side-words.ts'
import type { RaisedRow, Report } from '../../prepare/backtest.ts'

/** OrderTable names the work orders that would have been raised, and says what was assumed of their handling. */
export function OrderTable({ report, rows, sides }: { readonly report: Report; readonly rows: readonly RaisedRow[]; readonly sides: BacktestSides }): ReactNode {
  const t = useTranslations('backtest.orders')
  const locale = useLocale()
  const tagOf = (assetId: string): string => report.machines.find((machine) => machine.id === assetId)?.tag ?? ''
  return (
    <>
      <Table label={t('title')}>
        <thead><tr><Th>{t('raised')}</Th><Th>{t('where')}</Th>{report.compared !== null && <Th>{t('who')}</Th>}<Th number>{t('episodes')}</Th><Th number>{t('reopened')}</Th></tr></thead>
        <tbody>
          {rows.map(({ side, order }) => (
            <tr key={`${side} ${order.key} ${order.at}`}>
              <Td className="whitespace-nowrap"><Timestamp at={order.at} style="short" className="num" /></Td>
              <Td className="font-mid whitespace-nowrap">{tagOf(order.assetId)}</Td>
              {report.compared !== null && <Td>{sides.name(side)}</Td>}
              <Td number>{order.episodes}</Td>
              <Td number>{order.reopened.length}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="border-t border-line-soft px-3.5 py-2 text-12 text-fg-2">{t('assumed', { age: formatAge(report.range.handlingMs, locale) })}</p>
    </>
  )
}
