import { checkRule, hasOwnLimit } from './definition-checks.ts'
import type { ProblemKey } from './complain.ts'
import type { RuleDefinition } from './definition.ts'
import { overridden } from './override.ts'
import type { LimitOverride } from './override.ts'

/** LimitKind is what limits a rule has that a machine could have of its own: one, a lower and an upper one, one per band of its gate, or none. */
export type LimitKind = 'single' | 'range' | 'bands' | 'none'

/** limitKindOf tells which limits of a rule a machine can have of its own; none where the rule decides by itself. */
export const limitKindOf = (rule: RuleDefinition): LimitKind => {
  if (hasOwnLimit(rule)) return 'none'
  if (rule.gate !== null) return 'bands'
  return rule.direction === 'outside' ? 'range' : 'single'
}

/** OwnLimitKey names a fault of a machine's own limits; each is a message key of the screens. */
export type OwnLimitKey = 'decides-itself' | 'other-kind' | 'missing' | 'bands' | 'same' | ProblemKey

/** OwnLimitProblem is a fault of a machine's own limits: at which field, under which key, in words, and the bound the words speak of. */
export interface OwnLimitProblem {
  readonly path: readonly (string | number)[]
  readonly key: OwnLimitKey
  readonly message: string
  readonly bound: number | null
}

const fault = (key: OwnLimitKey, message: string, path: readonly (string | number)[] = [], bound: number | null = null): OwnLimitProblem => ({ path, key, message, bound })

const filled = (own: LimitOverride): readonly string[] => Object.entries(own).filter(([, value]) => value !== null).map(([field]) => field)

const FIELDS: Readonly<Record<LimitKind, readonly string[]>> = { single: ['limit', 'clear'], range: ['low', 'high'], bands: ['bands'], none: [] }

const WORDS: Readonly<Record<Exclude<LimitKind, 'none'>, string>> = {
  single: 'This rule has one limit: give the limit of this machine, and its clear limit if it has one.',
  range: 'This rule has a lower and an upper limit: give the ones of this machine.',
  bands: 'This rule has a limit for each band of its gate: give one for each.',
}

const checkKind = (rule: RuleDefinition, own: LimitOverride): OwnLimitProblem | null => {
  const kind = limitKindOf(rule)
  if (kind === 'none') return fault('decides-itself', 'This kind of rule decides by itself: it has no limit that a machine could have of its own.')
  if (filled(own).some((field) => !FIELDS[kind].includes(field))) return fault('other-kind', WORDS[kind])
  if (filled(own).length === 0 || (kind === 'single' && own.limit === null)) return fault('missing', WORDS[kind], [kind === 'range' ? 'low' : 'limit'])
  const bands = rule.gate?.bands.length ?? 0
  if (kind === 'bands' && own.bands?.length !== bands) return fault('bands', `The rule has ${bands} bands: give a limit for each.`, ['bands'], bands)
  return null
}

const limitsIn = ({ limit, low, high, clear, gate }: RuleDefinition): string => JSON.stringify([limit, low, high, clear, gate?.bands])

const checkTogether = (rule: RuleDefinition, own: LimitOverride): OwnLimitProblem[] => {
  const found: OwnLimitProblem[] = []
  checkRule(overridden(rule, own), (path, key, message, bound) => {
    const [first, ...rest] = path
    found.push(fault(key, message, first === 'gate' ? rest : path, bound ?? null))
  })
  return found
}

/** checkOwnLimits lists what is wrong with the limits that a machine shall have of its own for a rule: of another kind, none at all, or not possible together. */
export const checkOwnLimits = (rule: RuleDefinition, own: LimitOverride): OwnLimitProblem[] => {
  const kind = checkKind(rule, own)
  return kind === null ? checkTogether(rule, own) : [kind]
}

/** isTemplate tells whether a machine's own limits say no more than the rule does. */
export const isTemplate = (rule: RuleDefinition, own: LimitOverride): boolean => limitsIn(overridden(rule, own)) === limitsIn(rule)
