'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatAge } from '../../../../_lib/format/ages.ts'
import { useOrderWords } from '../../../../_lib/words/use-order-words.ts'
import { Button } from '../../../../_ui/button.tsx'
import { Link } from '../../../../_ui/link.tsx'
import { Table, Td, Th } from '../../../../_ui/table.tsx'
import { Timestamp } from '../../../../_ui/time.tsx'
import { Value } from '../../../../_ui/value.tsx'
import type { BacktestSides } from '../../hooks/use-side-words.ts'
import { courseSubject } from '../../prepare/backtest-chart.ts'
import type { FiringRow, Report } from '../../prepare/backtest.ts'
import { ClassMark } from './class-mark.tsx'

interface FiringTableProps {
  readonly report: Report
  readonly rows: readonly FiringRow[]
  readonly sides: BacktestSides
  /** Whether limits are in the unit of the point: a rule may judge something else than its value. */
  readonly inUnit: boolean
  readonly onOpen: (id: string) => void
}

/** FiringTable names firings: when, where, how far, which definition fired, what it came to and which order says so; each opens its course. */
export function FiringTable({ report, rows, sides, inUnit, onOpen }: FiringTableProps): ReactNode {
  const t = useTranslations('backtest.firings')
  const locale = useLocale()
  const orders = useOrderWords()
  const isBeside = report.compared !== null
  // A failure that a person reported has no verdict: what it was says enough.
  const foundOf = ({ id, verdict }: NonNullable<FiringRow['fired']['order']>): string =>
    verdict === null && report.troubles.some(({ orderId, kind }) => orderId === id && kind === 'failure') ? t('failure') : orders.verdict(verdict ?? 'unverified')
  const row = ({ id, side, fired, both }: FiringRow): ReactNode => {
    const { assetTag, pointName, pointUnit } = courseSubject(report, id, fired)
    return (
      <tr key={id}>
        <Td className="whitespace-nowrap"><Timestamp at={fired.from} style="short" className="num" /><span className="block text-12 text-fg-2">{fired.to === null ? t('goesOn') : t('lasted', { age: formatAge(fired.to - fired.from, locale) })}</span></Td>
        <Td><span className="font-mid whitespace-nowrap">{assetTag}</span><span className="block text-12 text-fg-2">{pointName}</span></Td>
        <Td number><Value value={fired.peak} unit={inUnit ? pointUnit : ''} className="font-strong" /><span className="block text-12 text-fg-2">{t('limit')} <Value value={fired.limit} unit={inUnit ? pointUnit : ''} limit /></span></Td>
        {isBeside && <Td>{both === true ? t('both') : t('only', { side: sides.name(side) })}</Td>}
        <Td>
          <span className="whitespace-nowrap"><ClassMark of={fired.class} /> {t(`class.${fired.class}`)}</span>
          {fired.order !== null && (
            <span className="block text-12 text-fg-2">
              <Link href={`/work-orders/${fired.order.number}`} className="touch inline-flex min-h-6 items-center">{fired.order.number}</Link>{' '}{foundOf(fired.order)}
            </span>
          )}
        </Td>
        <Td className="text-end"><Button size="sm" aria-label={t('chartOf', { machine: assetTag })} onPress={() => { onOpen(id) }}>{t('chart')}</Button></Td>
      </tr>
    )
  }
  return (
    <Table label={t('title')}>
      <thead><tr><Th>{t('begins')}</Th><Th>{t('where')}</Th><Th number>{t('peak')}</Th>{isBeside && <Th>{t('who')}</Th>}<Th>{t('came')}</Th><Th><span className="sr-only">{t('chart')}</span></Th></tr></thead>
      <tbody>{rows.map(row)}</tbody>
    </Table>
  )
}
