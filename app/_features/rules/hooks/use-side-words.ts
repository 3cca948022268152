'use client'

import { useTranslations } from 'next-intl'
import { ruleDefinition } from '#server/core/condition/definition.ts'
import type { JobView } from '../prepare/backtest-job.ts'
import type { Side } from '../prepare/backtest.ts'
import { isSame, type Definition, type RuleView } from '../prepare/rule.ts'

/** BacktestSides are the definitions of a back-test with their names; compared is null where nothing else was in force. */
export interface BacktestSides {
  readonly tried: Definition | null
  readonly compared: Definition | null
  readonly name: (side: Side) => string
  /** A few letters, for the rows under a chart. */
  readonly short: (side: Side) => string
}

/** useBacktestSides names the two definitions of a back-test: a version by its number, what was not published as the draft. */
export function useBacktestSides(rule: RuleView, job: JobView): BacktestSides {
  const t = useTranslations('backtest.side')
  const tried = ruleDefinition.safeParse(job.definition).data ?? null
  const published = rule.versions.find(({ publishedAt, definition }) => publishedAt !== null && isSame(definition, tried))?.version ?? null
  const versionOf = (side: Side): number | null => (side === 'tried' ? published : job.comparedVersion)
  return {
    tried,
    compared: rule.versions.find(({ version }) => version === job.comparedVersion)?.definition ?? null,
    name: (side) => { const version = versionOf(side); return version === null ? t('draft') : t('version', { version }) },
    short: (side) => { const version = versionOf(side); return version === null ? t('draftShort') : t('versionShort', { version }) },
  }
}
