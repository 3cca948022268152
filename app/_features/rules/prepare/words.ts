import { hasOwnLimit } from '#server/core/condition/definition-checks.ts'
import { isSensorMeasure } from '#server/core/condition/measure/schema.ts'
import { ruleDefinition } from '#server/core/condition/definition.ts'
import type { TermKey } from '../../../_ui/term.tsx'
import type { Definition } from './rule.ts'

/** WordId names a word of the rule's sentence that can be changed. */
export type WordId = 'points' | 'direction' | 'limit' | 'range' | 'gate' | 'forTime' | 'priority' | 'mode' | 'clear' | 'keepFiring' | 'warmup' | 'noData'

/** WORD_TERMS is the term that explains each word. */
export const WORD_TERMS: Readonly<Record<WordId, TermKey>> = {
  points: 'point', direction: 'direction', limit: 'limit', range: 'limit', gate: 'gating', forTime: 'forTime', priority: 'priority', mode: 'failureMode',
  clear: 'clearLimit', keepFiring: 'keepFiring', warmup: 'warmUp', noData: 'noData',
}

/** Problem is a fault of a definition: at which word, where in it, and its words (a key for other languages, null when it has none). */
export interface Problem {
  readonly word: WordId
  readonly path: readonly (string | number)[]
  readonly key: string | null
  readonly bound: number | null
  readonly message: string
}

const FIELD_WORDS: Readonly<Record<string, WordId>> = {
  points: 'points', direction: 'direction', limit: 'limit', low: 'range', high: 'range', clear: 'clear', forMs: 'forTime', keepFiringMs: 'keepFiring', gate: 'gate',
  measure: 'points', hold: 'forTime', ladder: 'limit', schedule: 'warmup', noData: 'noData', priority: 'priority', failureMode: 'mode', warmupMs: 'warmup',
}

/** problemsOf lists what does not fit in a definition, each at the word it concerns; empty when it can be published. */
export function problemsOf(definition: Definition): readonly Problem[] {
  const parsed = ruleDefinition.safeParse(definition)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
    const given = issue.code === 'custom' ? (issue.params as { key?: unknown; bound?: unknown } | undefined) : { key: issue.code }
    return {
      word: FIELD_WORDS[String(path[0])] ?? 'limit', path,
      key: typeof given?.key === 'string' ? given.key : null,
      bound: typeof given?.bound === 'number' ? given.bound : null,
      message: issue.message,
    }
  })
}

/** problemAt finds the fault at a place of the definition, for the field that shows it. */
export const problemAt = (problems: readonly Problem[], ...path: readonly (string | number)[]): Problem | undefined =>
  problems.find((problem) => problem.path.length >= path.length && path.every((step, index) => problem.path[index] === step))

/** wordsOf lists the words that a definition's sentence has, in the order in which they are read. */
export function wordsOf(definition: Definition): readonly WordId[] {
  const mode = isSensorMeasure(definition.measure) ? [] : ['mode'] as const
  if (definition.measure.kind === 'silence') return ['points', 'priority', 'noData']
  if (hasOwnLimit(definition)) return ['points', 'forTime', 'priority', ...mode, 'keepFiring', 'warmup', 'noData']
  const side = definition.direction !== 'outside' && definition.gate === null
  return [
    'points', 'direction', definition.direction === 'outside' ? 'range' : side ? 'limit' : 'gate', 'forTime', 'priority', ...mode,
    ...(side ? ['clear'] as const : []), 'keepFiring', 'warmup', 'noData',
  ]
}
