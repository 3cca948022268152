'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatAge } from '../../../_lib/format/ages.ts'
import { Panel } from '../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import type { RuleTrial } from '../hooks/use-try.ts'
import type { RuleView } from '../prepare/rule.ts'
import { summaryOf, type Summary } from '../prepare/summary.ts'

const FEW = 5

/** Comparison says what the trial comes to: how often, how long; beside it the version in force where it says something else. */
export function Comparison({ rule, trial }: { readonly rule: RuleView; readonly trial: RuleTrial }): ReactNode {
  const t = useTranslations('rules.compare')
  const head = useTranslations('rules.head')
  const locale = useLocale()
  const draft = trial.draft.preview
  if (draft === null) return null
  const one = (value: number): string => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)
  const rows = [
    { key: 'times', write: ({ times }: Summary) => one(times) },
    { key: 'perMonth', write: ({ perMonth }: Summary) => (perMonth === null ? '' : one(perMonth)) },
    { key: 'hours', write: ({ hours }: Summary) => one(hours) },
    { key: 'longest', write: ({ longestMs }: Summary) => (longestMs === null ? '' : formatAge(longestMs, locale)) },
    { key: 'now', write: ({ firesNow }: Summary) => t(firesNow ? 'yes' : 'no') },
  ] as const
  const now = summaryOf(draft)
  const before = trial.published?.preview == null ? null : summaryOf(trial.published.preview)
  return (
    <Panel title={t('title')} note={t('note')} bare>
      <Table label={t('title')}>
        {trial.published !== null && (
          <thead><tr><Th><span className="sr-only">{t('title')}</span></Th><Th number>{t('draft')}</Th><Th number>{head('version', { version: rule.version ?? 0 })}</Th></tr></thead>
        )}
        <tbody>
          {rows.filter(({ key }) => key !== 'perMonth' || now.perMonth !== null).map(({ key, write }) => (
            <tr key={key}>
              <Td>{t(key)}</Td>
              <Td number className="font-strong">{write(now)}</Td>
              {trial.published !== null && <Td number className="text-fg-2">{before === null ? '…' : write(before)}</Td>}
            </tr>
          ))}
        </tbody>
      </Table>
      {now.times > 0 && now.times < FEW && <p className="border-t border-line-soft px-3.5 py-2 text-12 text-fg-2">{t('few')}</p>}
    </Panel>
  )
}
