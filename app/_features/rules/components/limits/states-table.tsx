'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Table, Td, Th } from '../../../../_ui/table.tsx'
import { useRuleWords } from '../../hooks/use-rule-words.ts'
import type { LimitsView } from '../../prepare/limits.ts'
import { limitUnitOf, pointNamed, vocabularyOf, type Definition, type RuleView } from '../../prepare/rule.ts'

interface StatesTableProps {
  readonly rule: RuleView
  readonly definition: Definition
  readonly report: LimitsView
}

const SIDES = { above: ['median', 'p95', 'p99', 'p999', 'highest'], below: ['lowest', 'p001', 'p01', 'p05', 'median'], outside: ['lowest', 'p001', 'p01', 'median', 'p99', 'p999', 'highest'] } as const

/** StatesTable says how the values lie in each state of the machine: robust percentiles on the side that matters, and of how many readings. */
export function StatesTable({ rule, definition, report }: StatesTableProps): ReactNode {
  const t = useTranslations('backtest.limits')
  const locale = useLocale()
  const words = useRuleWords()
  const vocabulary = vocabularyOf(rule)
  const unit = limitUnitOf(definition, vocabulary)
  const gate = report.candidates.find(({ proposal }) => proposal.gate !== null)?.proposal.gate ?? definition.gate
  const gateUnit = gate === null ? '' : pointNamed(vocabulary, gate.point).unit
  const columns = SIDES[definition.direction]
  return (
    <div className="-mx-3.5 border-t border-line-soft">
      <Table label={t('lie')}>
        <thead><tr><Th>{t('stateColumn')}</Th><Th number>{t('readings')}</Th>{columns.map((column) => <Th key={column} number>{t(`column.${column}`)}</Th>)}</tr></thead>
        <tbody>
          {report.states.map(({ band, statistics }) => (
            <tr key={band === null ? 'all' : `${band.from} ${band.to}`}>
              <Td className="whitespace-nowrap">{band === null ? t('all') : `${words.measured(band.from, '')} – ${words.measured(band.to, gateUnit)}`}</Td>
              <Td number className="text-fg-2">{new Intl.NumberFormat(locale).format(statistics.n)}</Td>
              {columns.map((column) => <Td key={column} number>{words.measured(statistics[column], unit)}</Td>)}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
