import type { useTranslations } from 'next-intl'
import { hasOwnLimit } from '#server/core/condition/definition-checks.ts'
import type { RuleDefinition } from '#server/core/condition/definition.ts'
import { SPREAD } from '#server/core/condition/measure-unit.ts'
import type { SentencePart } from '#server/core/condition/sentence-parts.ts'
import { ruleSentence } from '#server/core/condition/sentence.ts'
import { SECOND_MS } from '#server/core/kernel/time.ts'
import { formatLimit, formatNumber } from '../format/numbers.ts'
import { unitLabel } from '../format/units.ts'
import { toPriority } from '../priority.ts'
import { writeDays } from './days.ts'
import { writeDuration } from './duration.ts'
import { gateUnitOf, limitUnitOf, modeNamed, pointNamed, unitOf, type Vocabulary } from './vocabulary.ts'

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
  /** What is judged of which points, or what comes true. */
  readonly subject: (definition: RuleDefinition, vocabulary: Vocabulary) => string
  /** How long or how often the limit must be broken. */
  readonly held: (definition: RuleDefinition, vocabulary: Vocabulary) => string
  /** A limit in what the rule judges: how long a value stands still is said as people say a length of time. */
  readonly limit: (value: number | null, definition: RuleDefinition, vocabulary: Vocabulary) => string
  /** Some of its clauses, joined; empty where it has none of them. */
  readonly clauses: (which: ClauseGroup, definition: RuleDefinition, vocabulary: Vocabulary) => string
  /** The rule in a few words, for lists and histories. */
  readonly says: (definition: RuleDefinition, vocabulary: Vocabulary) => RuleSaid
}

const SUBJECTS: readonly SentencePart['key'][] = ['above', 'below', 'outside', 'aboveByGate', 'belowByGate', 'isTrue', 'isoZone', 'silence', 'wrongUnit']
const HOLDS: readonly SentencePart['key'][] = ['atOnce', 'heldFor', 'holdSamples', 'holdTime', 'silentFor', 'silentWhenStale']
/** CLAUSES are the clauses that stand together in a rule's sentence: its further levels, when it judges, and how what it judges is made. */
const CLAUSES = {
  levels: ['level', 'levelHeld', 'levelByGate', 'levelByGateHeld', 'levelClear'],
  schedule: ['schedule', 'scheduleAlso'],
  measure: ['window', 'learn', 'learntOnce', 'follow', 'followTrend', 'minSpread', 'freeze', 'smooth', 'isoBaseline', 'isoDanger', 'tolerance', 'clippingLow', 'clippingHigh'],
} as const satisfies Record<string, readonly SentencePart['key'][]>
type ClauseGroup = keyof typeof CLAUSES

const RAISES: readonly SentencePart['key'][] = ['raise', 'raiseForMode', 'raiseForSensor']

/** ruleWords makes the words of rules from the texts of rules and of priorities, in a language; failure modes are named by `modeName`. */
export function ruleWords(
  t: ReturnType<typeof useTranslations<'rules'>>, common: ReturnType<typeof useTranslations<'common.priority'>>, locale: string,
  modeName: (mode: Vocabulary['failureModes'][number]) => string = (mode) => mode.name,
): RuleWords {
  const value: RuleWords['value'] = (number, unit) =>
    Number.isFinite(number) ? [formatLimit(number, locale), unitLabel(unit)].filter(Boolean).join('\u00a0') : t('sentence.missing')
  const reading: RuleWords['measured'] = (number, unit) => [formatNumber(number, locale), unitLabel(unit)].filter(Boolean).join('\u00a0')
  const duration = (ms: number): string => (Number.isFinite(ms) ? writeDuration(ms, locale) : t('sentence.missing'))
  const list: RuleWords['list'] = (names) => new Intl.ListFormat(locale, { type: 'disjunction' }).format(names)
  const priority = (level: number): string => common(String(toPriority(level)) as '1').toLocaleLowerCase(locale)
  const clause = ({ key, params }: SentencePart, definition: RuleDefinition, vocabulary: Vocabulary): string => {
    const text = (name: string): string => String(params[name] ?? '')
    const strings = (name: string): readonly string[] => (Array.isArray(params[name]) ? params[name] as readonly string[] : [])
    const named = (code: string): string => pointNamed(vocabulary, code).name
    // How long a value has stood still is stored in seconds and said as people say a length of time.
    const measured = (name: string, unit = text('unit')): string =>
      definition.measure.kind === 'stuck' && unit === 's' ? duration(Number(params[name] ?? Number.NaN) * SECOND_MS) : value(Number(params[name] ?? Number.NaN), unit)
    const span = (amount: string, per: string): string =>
      params[per] === undefined ? '' : !Number.isFinite(Number(params[amount])) ? t('sentence.missing') : writeDuration({ amount: Number(params[amount]), per: params[per] as 'second' }, locale)
    const isClock = key === 'schedule' || key === 'scheduleAlso'
    const points = list(strings('points').map(named))
    const measure = params['measure'] === undefined ? null : definition.measure.kind as 'value'
    return t(`says.${key}`, {
      points: measure === null ? points : t(`says.subject.${measure}`, { points, text: text('text') }),
      text: text('text'), gate: named(text('gate')),
      limit: measured('limit'), low: measured('low'), high: measured('high'), clear: measured('clear'), value: measured('value'), spreads: value(Number(params['spreads'] ?? 0), SPREAD),
      from: isClock ? text('from') : measured('from', text('gateUnit')), to: isClock ? text('to') : measured('to', text('gateUnit')),
      days: writeDays(strings('days').map(Number), locale), ends: text('ends'), n: text('n'), of: text('of'), side: text('side'), factor: value(Number(params['factor'] ?? 1), ''),
      duration: span('amount', 'per'), within: span('withinAmount', 'withinPer'),
      priority: priority(Number(params['priority'] ?? 4)),
      mode: modeNamed(vocabulary, text('failureMode'), modeName) ?? '',
    })
  }
  const held: RuleWords['held'] = (definition, vocabulary) =>
    ruleSentence(definition, '', '').filter((one) => HOLDS.includes(one.key)).map((one) => clause(one, definition, vocabulary)).join(' ')
  const subject: RuleWords['subject'] = (definition, vocabulary) => {
    const points = list(definition.points.map((code) => pointNamed(vocabulary, code).name))
    if (!hasOwnLimit(definition)) return t(`says.subject.${definition.measure.kind as 'value'}`, { points, text: definition.measure.kind === 'expression' ? definition.measure.text : '' })
    return ruleSentence(definition, '', '').filter((one) => SUBJECTS.includes(one.key)).map((one) => clause(one, definition, vocabulary)).join(' ').replace(/,$/, '')
  }
  const clauses: RuleWords['clauses'] = (which, definition, vocabulary) =>
    ruleSentence(definition, unitOf(definition, vocabulary), gateUnitOf(definition, vocabulary))
      .filter(({ key }) => (CLAUSES[which] as readonly string[]).includes(key)).map((one) => clause(one, definition, vocabulary)).join(', ')
  const limit: RuleWords['limit'] = (number, definition, vocabulary) =>
    definition.measure.kind === 'stuck' ? duration(Math.round((number ?? Number.NaN) * SECOND_MS)) : value(number ?? Number.NaN, limitUnitOf(definition, vocabulary))
  const says: RuleWords['says'] = (definition, vocabulary) => {
    const parts = ruleSentence(definition, unitOf(definition, vocabulary), gateUnitOf(definition, vocabulary))
    const written = (keys: readonly SentencePart['key'][]): readonly string[] => parts.filter((one) => keys.includes(one.key)).map((one) => clause(one, definition, vocabulary))
    // "above 52 °C for 10 minutes" is one clause to a reader.
    const head = [...written(SUBJECTS), ...written(HOLDS)].join(' ')
    const more = parts.filter((one) => ![...SUBJECTS, ...HOLDS, ...RAISES].includes(one.key)).map((one) => clause(one, definition, vocabulary))
    return { main: [head, written(RAISES).join(', ')].filter(Boolean).join(': '), more: more.join(', ') }
  }
  return { subject, held, limit, clauses, value, measured: reading, duration, list, priority, says }
}
