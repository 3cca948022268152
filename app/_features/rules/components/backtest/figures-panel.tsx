'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Panel } from '../../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../../_ui/table.tsx'
import { useFigureWords } from '../../hooks/use-figure-words.ts'
import type { BacktestSides } from '../../hooks/use-side-words.ts'
import { SIDES, type Report, type Rows, type Side } from '../../prepare/backtest.ts'
import { FigureButton } from './figure-button.tsx'

type Figures = Report['tried']['figures']

interface Line {
  readonly key: 'fired' | 'hit' | 'false' | 'unknown' | 'suppressed' | 'found' | 'late' | 'missed' | 'toFailure' | 'toRepair' | 'orders'
  readonly rows: Rows
  readonly value: (figures: Figures) => string
  /** Nothing opens from nothing. */
  readonly isNone: (figures: Figures) => boolean
  readonly more?: (figures: Figures) => string
  readonly isPart?: boolean
}

interface FiguresPanelProps {
  readonly report: Report
  readonly sides: BacktestSides
  readonly onOpen: (rows: Rows, side: Side) => void
}

/** FiguresPanel sets beside each other what the two definitions would have come to; every number leads to its rows. */
export function FiguresPanel({ report, sides, onOpen }: FiguresPanelProps): ReactNode {
  const t = useTranslations('backtest.figures')
  const words = useFigureWords()
  const locale = useLocale()
  const count = (value: number): string => new Intl.NumberFormat(locale).format(value)
  const counted = (key: Line['key'], rows: Rows, of: (figures: Figures) => number, isPart = true): Line => ({ key, rows, value: (figures) => count(of(figures)), isNone: (figures) => of(figures) === 0, isPart })
  const lead = (key: 'toFailure' | 'toRepair'): Line => ({
    key, rows: 'found', value: (figures) => words.lead(figures[key].medianMs), isNone: (figures) => figures[key].n === 0,
    more: (figures) => (figures[key].n === 0 ? '' : t('p10', { lead: words.lead(figures[key].p10Ms), count: figures[key].n })),
  })
  const lines: readonly Line[] = [
    { ...counted('fired', 'fired', ({ firings }) => firings, false), more: ({ firingsPerMonth }) => (firingsPerMonth === null ? '' : t('perMonth', { rate: words.rate(firingsPerMonth) })) },
    counted('hit', 'hit', ({ byClass }) => byClass.hit), counted('false', 'false', ({ byClass }) => byClass.false), counted('unknown', 'unknown', ({ byClass }) => byClass.unknown),
    counted('suppressed', 'suppressed', ({ byClass }) => byClass.suppressed),
    counted('found', 'found', ({ found }) => found, false), counted('late', 'late', ({ late }) => late), counted('missed', 'missed', ({ missed }) => missed),
    lead('toFailure'), lead('toRepair'),
    { ...counted('orders', 'orders', ({ orders }) => orders, false), more: ({ ordersPerMonth }) => (ordersPerMonth === null ? '' : t('perMonth', { rate: words.rate(ordersPerMonth) })) },
  ]
  const shown = SIDES.filter((side) => report[side] !== null)
  const seen = lines.filter(({ key, isNone }) => key !== 'suppressed' || shown.some((side) => report[side] !== null && !isNone(report[side].figures)))
  return (
    <Panel title={t('title')} note={t('note', { troubles: report.tried.figures.troubles })} bare>
      <Table label={t('title')}>
        <thead><tr><Th><span className="sr-only">{t('what')}</span></Th>{shown.map((side) => <Th key={side} number>{sides.name(side)}</Th>)}</tr></thead>
        <tbody>
          {seen.map(({ key, rows, value, isNone, more, isPart = false }) => (
            <tr key={key}>
              <Td className={isPart ? '!ps-7' : 'font-mid'}>{t(`line.${key}`)}<span className="block max-w-[56ch] text-12 font-text text-pretty text-fg-2">{t(`means.${key}`)}</span></Td>
              {shown.map((side) => {
                const figures = report[side]?.figures
                return figures === undefined ? null : (
                  <Td key={side} number className="align-top">
                    <FigureButton text={value(figures)} label={`${t(`line.${key}`)}, ${sides.name(side)}`} isNone={isNone(figures)} onOpen={() => { onOpen(rows, side) }} />
                    {more !== undefined && more(figures) !== '' && <span className="block text-12 whitespace-normal text-fg-2">{more(figures)}</span>}
                  </Td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}
