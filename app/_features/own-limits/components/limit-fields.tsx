'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RuleDefinition } from '#server/core/condition/definition.ts'
import { limitKindOf, type OwnLimitProblem } from '#server/core/condition/own-limits.ts'
import { gateUnitOf, limitUnitOf, type Vocabulary } from '../../../_lib/rules/vocabulary.ts'
import { useRuleWords } from '../../../_lib/rules/use-rule-words.ts'
import { useProblemWords } from '../hooks/use-problem-words.ts'
import { problemAt, type BandForm, type LimitForm } from '../prepare/form.ts'
import { LimitField } from './limit-field.tsx'

interface LimitFieldsProps {
  readonly definition: RuleDefinition
  readonly vocabulary: Vocabulary
  readonly form: LimitForm
  readonly problems: readonly OwnLimitProblem[]
  readonly onChange: (form: LimitForm) => void
}

/** LimitFields are the limits that a machine can have of its own for a rule: one with its clear limit, a lower and an upper one, or one per band. */
export function LimitFields({ definition, vocabulary, form, problems, onChange }: LimitFieldsProps): ReactNode {
  const t = useTranslations('ownLimits.field')
  const words = useRuleWords()
  const problemWords = useProblemWords()
  const unit = limitUnitOf(definition, vocabulary)
  const wrong = (...path: readonly (string | number)[]): string | undefined => {
    const problem = problemAt(problems, ...path)
    return problem && problemWords(problem)
  }
  const field = (name: 'limit' | 'clear' | 'low' | 'high', autoFocus = false): ReactNode => (
    <LimitField label={t(name)} value={form[name]} unit={unit} error={wrong(name)} autoFocus={autoFocus} onChange={(value) => { onChange({ ...form, [name]: value }) }} />
  )
  const kind = limitKindOf(definition)
  if (kind === 'single') return <div className="flex flex-wrap items-start gap-3">{field('limit', true)}{field('clear')}</div>
  if (kind === 'range') return <div className="flex flex-wrap items-start gap-3">{field('low', true)}{field('high')}</div>
  const setBand = (index: number, change: Partial<BandForm>): void => { onChange({ ...form, bands: form.bands.map((band, at) => (at === index ? { ...band, ...change } : band)) }) }
  return (
    <div className="grid gap-3">
      {(definition.gate?.bands ?? []).map((band, index) => (
        <fieldset key={`${band.from} ${band.to}`} className="grid gap-1.5">
          <legend className="mb-1 text-13 font-mid">{t('band', { from: words.value(band.from, ''), to: words.value(band.to, gateUnitOf(definition, vocabulary)) })}</legend>
          <div className="flex flex-wrap items-start gap-3">
            <LimitField label={t('limit')} value={form.bands[index]?.limit ?? Number.NaN} unit={unit} error={wrong('bands', index, 'limit')} onChange={(limit) => { setBand(index, { limit }) }} />
            <LimitField label={t('clear')} value={form.bands[index]?.clear ?? Number.NaN} unit={unit} error={wrong('bands', index, 'clear')} onChange={(clear) => { setBand(index, { clear }) }} />
          </div>
        </fieldset>
      ))}
    </div>
  )
}
