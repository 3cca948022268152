'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../../_ui/button.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { Segmented } from '../../../../_ui/segmented.tsx'
import { Select } from '../../../../_ui/select.tsx'
import type { BacktestSides } from '../../hooks/use-side-words.ts'
import { FIRED, firingRows, kindOf, orderRows, SIDES, TROUBLED, troubleRows, type Report, type RowKind, type Rows, type SeenSide } from '../../prepare/backtest.ts'
import { FiringTable } from './firing-table.tsx'
import { OrderTable } from './order-table.tsx'
import { TroubleTable } from './trouble-table.tsx'

/** ROWS_ID names the rows on the page, so that a number can lead there. */
export const ROWS_ID = 'backtest-rows'

const PAGE = 50
const FIRST: Readonly<Record<RowKind, Rows>> = { firings: 'fired', troubles: 'troubles', orders: 'orders' }
const KINDS = ['firings', 'troubles', 'orders'] as const

interface RowsPanelProps {
  readonly report: Report
  readonly sides: BacktestSides
  readonly rows: Rows
  readonly of: SeenSide
  readonly inUnit: boolean
  readonly onChange: (change: { rows?: Rows; of?: SeenSide }) => void
  readonly onOpen: (id: string) => void
}

/** RowsPanel shows what the numbers are made of: firings, known failures and faults, or work orders, of one definition or of both. */
export function RowsPanel({ report, sides, rows, of, inUnit, onChange, onOpen }: RowsPanelProps): ReactNode {
  const t = useTranslations('backtest.rows')
  const [most, setMost] = useState(PAGE)
  const kind = kindOf(rows)
  const narrower: readonly Exclude<Rows, 'orders'>[] = kind === 'firings' ? FIRED : kind === 'troubles' ? TROUBLED : []
  const firings = kind === 'firings' ? firingRows(report, of, rows) : []
  const troubles = kind === 'troubles' ? troubleRows(report, of, rows) : []
  const orders = kind === 'orders' ? orderRows(report, of) : []
  const count = firings.length + troubles.length + orders.length
  const unlisted = SIDES.reduce((sum, side) => sum + (of === 'both' || of === side ? (report[side]?.unlisted ?? 0) : 0), 0)
  return (
    <div id={ROWS_ID} tabIndex={-1} className="scroll-mt-16 rounded-lg">
      <Panel title={t('title')} note={t('count', { count })} bare>
        <div className="flex flex-wrap items-end gap-x-4 gap-y-2 border-b border-line-soft px-3.5 py-2.5">
          <Segmented label={t('kind')} value={kind} choices={KINDS.map((id) => ({ id, label: t(`kinds.${id}`) }))} onChange={(id) => { onChange({ rows: FIRST[id] }) }} />
          {report.compared !== null && (
            <Segmented label={t('side')} value={of} choices={[{ id: 'both', label: t('both') }, ...SIDES.map((id) => ({ id, label: sides.name(id) }))] as const} onChange={(id) => { onChange({ of: id }) }} />
          )}
          {narrower.length > 0 && (
            <Select
              label={t('narrow')} value={rows} className="w-52 max-w-full" choices={narrower.map((id) => ({ id, label: t(`only.${id}`) }))}
              onChange={(id) => { onChange({ rows: narrower.find((one) => one === id) ?? rows }) }}
            />
          )}
        </div>
        {count === 0 && <div className="p-3.5"><EmptyState>{t(`none.${kind}`)}</EmptyState></div>}
        {firings.length > 0 && <FiringTable report={report} rows={firings.slice(0, most)} sides={sides} inUnit={inUnit} onOpen={onOpen} />}
        {troubles.length > 0 && <TroubleTable report={report} rows={troubles.slice(0, most)} sides={sides} />}
        {orders.length > 0 && <OrderTable report={report} rows={orders.slice(0, most)} sides={sides} />}
        {count > most && <div className="border-t border-line-soft px-3.5 py-2"><Button size="sm" onPress={() => { setMost(most + PAGE) }}>{t('more', { count: Math.min(PAGE, count - most) })}</Button></div>}
        {kind === 'firings' && unlisted > 0 && <p className="border-t border-line-soft px-3.5 py-2 text-12 text-fg-2">{t('unlisted', { count: unlisted })}</p>}
      </Panel>
    </div>
  )
}
