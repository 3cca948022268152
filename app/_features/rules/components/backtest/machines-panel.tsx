'use client'

import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { Link } from '../../../../_ui/link.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../../_ui/table.tsx'
import type { BacktestSides } from '../../hooks/use-side-words.ts'
import { SIDES, type Report } from '../../prepare/backtest.ts'

const COLUMNS = ['fired', 'hit', 'false', 'missed', 'orders'] as const
type Figures = Report['tried']['figures']

const countOf = ({ firings, byClass, missed, orders }: Figures, column: (typeof COLUMNS)[number]): number =>
  ({ fired: firings, hit: byClass.hit, false: byClass.false, missed, orders })[column]

/** MachinesPanel counts on each machine what the two definitions would have come to, those that fired most first. */
export function MachinesPanel({ report, sides }: { readonly report: Report; readonly sides: BacktestSides }): ReactNode {
  const t = useTranslations('backtest.machines')
  const shown = SIDES.filter((side) => report[side] !== null)
  const figuresOf = (side: (typeof SIDES)[number], id: string): Figures | undefined => report[side]?.machines.find(({ assetId }) => assetId === id)?.figures
  const sorted = report.machines.toSorted((a, b) => (figuresOf('tried', b.id)?.firings ?? 0) - (figuresOf('tried', a.id)?.firings ?? 0))
  return (
    <Panel title={t('title')} {...(shown.length > 1 ? { note: shown.map((side) => sides.name(side)).join(' | ') } : {})} bare>
      <Table label={t('title')}>
        <thead><tr><Th>{t('machine')}</Th>{COLUMNS.map((column) => <Th key={column} number>{t(column)}</Th>)}</tr></thead>
        <tbody>
          {sorted.map(({ id, tag }) => (
            <tr key={id}>
              <Td><Link href={`/assets/${id}`} plain className="touch inline-flex min-h-6 items-center font-mid">{tag}</Link></Td>
              {COLUMNS.map((column) => (
                <Td key={column} number>
                  {shown.map((side, index) => {
                    const figures = figuresOf(side, id)
                    return <Fragment key={side}>{index > 0 && <span aria-hidden className="px-1.5 text-fg-2">|</span>}<span className="sr-only">{sides.name(side)} </span><span className={index === 0 ? 'font-strong' : 'text-fg-2'}>{figures === undefined ? '' : countOf(figures, column)}</span></Fragment>
                  })}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}
