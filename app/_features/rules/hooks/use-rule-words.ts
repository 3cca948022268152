'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { ruleSentence, type SentencePart } from '#server/core/condition/sentence.ts'
import { formatLimit, formatNumber } from '../../../_lib/format/numbers.ts'
import { unitLabel } from '../../../_lib/format/units.ts'
import { toPriority } from '../../../_lib/priority.ts'
import { writeDuration } from '../prepare/duration.ts'
import { gateUnitOf, modeNamed, pointNamed, unitOf, type Definition, type Vocabulary } from '../prepare/rule.ts'

/** RuleSaid is a rule in a few words: what it watches and raises, and the finer clauses. */
export interface RuleSaid {
  readonly main: string
  readonly more: string
}

/** RuleWords writes what a rule is made of in the reader's language. */
export interface RuleWords {
  /** A limit, as somebody typed it. */
  readonly value: (value: number, unit: string) => string
  /** A measured value, rounded as it makes sense. */
  readonly measured: (value: number, unit: string) => string
  readonly duration: (ms: number) => string
  readonly list: (names: readonly string[]) => string
  readonly priority: (priority: number) => string
  /** The rule in a few words, for lists and histories. */
  readonly says: (definition: Definition, vocabulary: Vocabulary) => RuleSaid
}

const MAIN: readonly string[] = ['above', 'below', 'outside', 'aboveByGate', 'belowByGate', 'atOnce', 'heldFor', 'raise', 'raiseForMode'] satisfies readonly SentencePart['key'][]

/** useRuleWords gives the words of rules. */
export function useRuleWords(): RuleWords {
  const t = useTranslations('rules')
  const common = useTranslations('common.priority')
  const locale = useLocale()
  return useMemo(() => {
    const value: RuleWords['value'] = (number, unit) =>
      Number.isFinite(number) ? [formatLimit(number, locale), unitLabel(unit)].filter(Boolean).join('\u00a0') : t('sentence.missing')
    const reading: RuleWords['measured'] = (number, unit) => [formatNumber(number, locale), unitLabel(unit)].filter(Boolean).join('\u00a0')
    const duration = (ms: number): string => (Number.isFinite(ms) ? writeDuration(ms, locale) : t('sentence.missing'))
    const list: RuleWords['list'] = (names) => new Intl.ListFormat(locale, { type: 'disjunction' }).format(names)
    const priority = (level: number): string => common(String(toPriority(level)) as '1').toLocaleLowerCase(locale)
    const clause = ({ key, params }: SentencePart, vocabulary: Vocabulary): string => {
      const text = (name: string): string => String(params[name] ?? '')
      const named = (code: string): string => pointNamed(vocabulary, code).name
      const measured = (name: string, unit = text('unit')): string => value(Number(params[name] ?? Number.NaN), unit)
      return t(`says.${key}`, {
        points: list((Array.isArray(params['points']) ? params['points'] as readonly string[] : []).map(named)),
        gate: named(text('gate')),
        limit: measured('limit'), low: measured('low'), high: measured('high'), clear: measured('clear'),
        from: measured('from', text('gateUnit')), to: measured('to', text('gateUnit')),
        duration: params['per'] === undefined ? '' : writeDuration({ amount: Number(params['amount']), per: params['per'] as 'second' }, locale),
        priority: priority(Number(params['priority'] ?? 4)),
        mode: modeNamed(vocabulary, text('failureMode')) ?? '',
      })
    }
    const says: RuleWords['says'] = (definition, vocabulary) => {
      const parts = ruleSentence(definition, unitOf(definition, vocabulary), gateUnitOf(definition, vocabulary))
      const join = (chosen: readonly SentencePart[]): string => chosen.map((part) => clause(part, vocabulary)).join(', ')
      const [first, ...rest] = parts.filter((part) => MAIN.includes(part.key))
      // "above 52 °C for 10 minutes" is one clause to a reader.
      const head = [first, rest[0]].filter((part) => part !== undefined).map((part) => clause(part, vocabulary)).join(' ')
      return { main: [head, join(rest.slice(1))].filter(Boolean).join(': '), more: join(parts.filter((part) => !MAIN.includes(part.key))) }
    }
    return { value, measured: reading, duration, list, priority, says }
  }, [t, common, locale])
}
