import { compileLevels, UNKNOWN_ASSET } from './compile.ts'
import type { PublishedRule, RulePoint } from './compile.ts'
import { ruleDefinition } from './definition.ts'
import type { RuleDefinition, RuleDefinitionInput } from './definition.ts'
import type { Batch, CompiledRule, EngineConfig } from './types.ts'
import { NO_PAUSES } from './pauses.ts'

/** definitionOf builds a rule for tests: `above` on point "p" unless told otherwise. */
export const definitionOf = (over: Partial<RuleDefinitionInput> = {}): RuleDefinition =>
  ruleDefinition.parse({ kind: 'threshold', points: ['p'], direction: 'above', priority: 2, ...over })

/** compileOne compiles the first level of a rule version on one point of which no more is known than given. */
export const compileOne = (rule: PublishedRule, point: RulePoint, gate: Pick<RulePoint, 'no' | 'stalenessMs'> | null): CompiledRule => {
  const [first] = compileLevels(rule, point, { gate, points: [], asset: UNKNOWN_ASSET })
  if (first === undefined) throw new Error('a rule compiles to one level at least')
  return first
}

/** instanceOf compiles a test rule: rule R, version V, point 1 of asset A, staleness 10 s; the gate is point 9, staleness 10 s. */
export const instanceOf = (
  over: Partial<RuleDefinitionInput> = {}, own: Partial<Pick<CompiledRule, 'ruleId' | 'ruleVersionId' | 'pointNo' | 'stalenessMs'>> = {},
): CompiledRule => {
  const { ruleId = 'R', ruleVersionId = 'V', pointNo = 1, stalenessMs = 10_000 } = own
  return compileOne({ ruleId, ruleVersionId, definition: definitionOf(over) }, { no: pointNo, assetId: 'A', stalenessMs }, { no: 9, stalenessMs: 10_000 })
}

/** sourceOf describes a source of a test lane. */
export const sourceOf = (over: Partial<EngineConfig['sources'][number]> = {}): EngineConfig['sources'][number] => ({
  sourceId: 'S', reorderWindowMs: 0, clock: 'live', watermark: null, evaluatedThrough: null, waiting: [], pauses: NO_PAUSES, ...over,
})

/** configOf builds an engine's configuration with one source S and nothing stored. */
export const configOf = (over: Partial<EngineConfig> = {}): EngineConfig => ({
  rules: [], states: [], incidents: [], maintenance: [], sources: [sourceOf()], last: [], ...over,
})

/** batchOf puts rows [pointNo, t, value] into a batch's columns, all to be judged. */
export const batchOf = (rows: readonly (readonly [number, number, number])[]): Batch => ({
  n: rows.length,
  pointNo: Int32Array.from(rows, (row) => row[0]),
  t: Float64Array.from(rows, (row) => row[1]),
  value: Float64Array.from(rows, (row) => row[2]),
  judge: new Uint8Array(rows.length).fill(1),
})
