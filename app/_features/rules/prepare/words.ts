import { hasOwnLimit } from '#server/core/condition/definition-checks.ts'
import { isSensorMeasure } from '#server/core/condition/measure/schema.ts'
import { ruleDefinition } from '#server/core/condition/definition.ts'
import { parseExpression } from '#server/core/condition/expression/parse.ts'
import type { TermKey } from '../../../_ui/term.tsx'
import type { Definition } from './rule.ts'

/** WordId names a word of the rule's sentence that can be changed. */
export type WordId =
  | 'points' | 'direction' | 'limit' | 'range' | 'gate' | 'forTime' | 'priority' | 'mode' | 'ladder' | 'clear' | 'keepFiring' | 'warmup' | 'schedule' | 'noData' | 'measure'

/** WORD_TERMS is the term that explains each word. */
export const WORD_TERMS: Readonly<Record<WordId, TermKey>> = {
  points: 'point', direction: 'direction', limit: 'limit', range: 'limit', gate: 'gating', forTime: 'forTime', priority: 'priority', mode: 'failureMode',
  ladder: 'ladder', clear: 'clearLimit', keepFiring: 'keepFiring', warmup: 'warmUp', schedule: 'schedule', noData: 'noData', measure: 'measure',
}

/** Problem is a fault of a definition: at which word, where in it, and its words (a key for other languages, null when it has none). */
export interface Problem {
  readonly word: WordId
  readonly path: readonly (string | number)[]
  readonly key: string | null
  readonly bound: number | null
  /** What else the words speak of. */
  readonly params: Readonly<Record<string, string | number>>
  readonly message: string
}

const FIELD_WORDS: Readonly<Record<string, WordId>> = {
  points: 'points', direction: 'direction', limit: 'limit', low: 'range', high: 'range', clear: 'clear', forMs: 'forTime', keepFiringMs: 'keepFiring', gate: 'gate',
  measure: 'measure', hold: 'forTime', ladder: 'ladder', schedule: 'schedule', noData: 'noData', priority: 'priority', failureMode: 'mode', warmupMs: 'warmup',
}

/** wordOf is the word of the sentence that a place of the definition belongs to. */
export const wordOf = (path: readonly (string | number)[]): WordId => FIELD_WORDS[String(path[0])] ?? 'limit'

/** problemsOf lists what does not fit in a definition, each at the word it concerns; empty when it can be published. */
export function problemsOf(definition: Definition): readonly Problem[] {
  const parsed = ruleDefinition.safeParse(definition)
  if (parsed.success) return []
  const expression = expressionProblem(definition)
  return [
    ...(expression === null ? [] : [expression]),
    ...parsed.error.issues.filter(({ path }) => path.join('.') !== EXPRESSION_PATH.join('.')).map((issue): Problem => {
      const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
      const given = issue.code === 'custom' ? (issue.params as { key?: unknown; bound?: unknown } | undefined) : { key: issue.code }
      return {
        word: wordOf(path), path, params: {}, message: issue.message,
        key: typeof given?.key === 'string' ? given.key : null, bound: typeof given?.bound === 'number' ? given.bound : null,
      }
    }),
  ]
}

const EXPRESSION_PATH = ['measure', 'text'] as const

/** expressionProblem says what is wrong with the text of an expression, also while other fields are not typed yet; null when it can be read. */
function expressionProblem({ measure }: Definition): Problem | null {
  if (measure.kind !== 'expression') return null
  const parsed = parseExpression(measure.text)
  if (parsed.ok) return null
  const { key, params, at, detail } = parsed.error
  // The place is counted from 1, as people do.
  return { word: 'measure', path: EXPRESSION_PATH, key: `expression.${measure.text.trim() === '' ? 'empty' : key}`, bound: null, params: { ...params, place: at + 1 }, message: detail }
}

/** problemAt finds the fault at a place of the definition, for the field that shows it. */
export const problemAt = (problems: readonly Problem[], ...path: readonly (string | number)[]): Problem | undefined =>
  problems.find((problem) => problem.path.length >= path.length && path.every((step, index) => problem.path[index] === step))

/** wordsOf lists the words that a definition's sentence has, in the order in which they are read. */
export function wordsOf(definition: Definition): readonly WordId[] {
  const mode = isSensorMeasure(definition.measure) ? [] : ['mode'] as const
  if (definition.measure.kind === 'silence') return ['points', 'priority', 'noData', 'measure']
  const rest = ['keepFiring', 'warmup', 'schedule', 'noData', 'measure'] as const
  if (hasOwnLimit(definition)) return ['points', 'forTime', 'priority', ...mode, ...rest]
  const side = definition.direction !== 'outside' && definition.gate === null
  return [
    'points', 'direction', definition.direction === 'outside' ? 'range' : side ? 'limit' : 'gate', 'forTime', 'priority', ...mode,
    ...(definition.direction === 'outside' ? [] : ['ladder'] as const), ...(side ? ['clear'] as const : []), ...rest,
  ]
}
