import type { RuleDefinition } from './definition.ts'
import { measureUnit } from './measure-unit.ts'
import { isSensorMeasure } from './measure/schema.ts'
import { howMeasured, watched } from './sentence-measure.ts'
import { durationOf, lasting, part } from './sentence-parts.ts'
import type { SentencePart } from './sentence-parts.ts'

const bands = (rule: RuleDefinition, unit: string, gateUnit: string): SentencePart[] =>
  (rule.gate?.bands ?? []).flatMap((band) => [
    part('band', { from: band.from, to: band.to, gateUnit, limit: band.limit, unit }),
    ...(band.clear === null ? [] : [part('clearInBand', { from: band.from, to: band.to, gateUnit, clear: band.clear, unit })]),
  ])

const held = ({ hold, forMs }: RuleDefinition): SentencePart => {
  if (hold === null) return forMs === 0 ? part('atOnce') : lasting('heldFor', forMs)
  if (hold.kind === 'samples') return part('holdSamples', { n: hold.n, of: hold.of })
  const within = durationOf(hold.withinMs)
  return lasting('holdTime', hold.ms, { withinAmount: within.amount, withinPer: within.per })
}

const noData = ({ noData: { policy, afterMs } }: RuleDefinition): SentencePart[] => {
  if (policy === 'keep') return []
  if (policy === 'alert') return [afterMs === null ? part('noDataAlertWhenStale') : lasting('noDataAlert', afterMs)]
  return [afterMs === null ? part('noDataOkWhenStale') : lasting('noDataOk', afterMs)]
}

const raised = ({ measure, failureMode, priority }: RuleDefinition): SentencePart => {
  if (isSensorMeasure(measure)) return part('raiseForSensor', { priority })
  return failureMode === null ? part('raise', { priority }) : part('raiseForMode', { priority, failureMode })
}

const levels = (rule: RuleDefinition, unit: string): SentencePart[] =>
  rule.ladder.flatMap(({ limit, factor, clear, forMs, priority }) => {
    const what = { side: rule.direction, priority, ...(factor === null ? { limit: limit ?? 0, unit } : { factor }) }
    const [plain, timed] = factor === null ? ['level', 'levelHeld'] as const : ['levelByGate', 'levelByGateHeld'] as const
    // Where the rule counts N of M, so does each of its levels.
    return [forMs === null || rule.hold !== null ? part(plain, what) : lasting(timed, forMs, what), ...(clear === null ? [] : [part('levelClear', { clear, unit })])]
  })

const schedule = (rule: RuleDefinition): SentencePart[] =>
  (rule.schedule ?? []).map(({ days, from, to }, index) =>
    part(index === 0 ? 'schedule' : 'scheduleAlso', { days: days.toSorted((a, b) => a - b).map(String), from, to, ends: to <= from ? 'nextDay' : 'sameDay' }))

/**
 * ruleSentence says a rule in clauses for message files; unit is the watched points' and gateUnit the gate's, and limits are said in what the
 * rule judges (see measureUnit). What is left at its default is left out, and so is what has no effect on a rule about silence.
 */
export const ruleSentence = (rule: RuleDefinition, unit: string, gateUnit: string): SentencePart[] => {
  const inUnit = measureUnit(rule, unit) ?? ''
  if (rule.measure.kind === 'silence') {
    const { afterMs } = rule.noData
    return [watched(rule, unit), afterMs === null ? part('silentWhenStale') : lasting('silentFor', afterMs), raised(rule)]
  }
  return [
    watched(rule, unit),
    ...howMeasured(rule, unit),
    ...bands(rule, inUnit, gateUnit),
    held(rule),
    ...(rule.clear === null ? [] : [part('clear', { clear: rule.clear, unit: inUnit })]),
    ...(rule.keepFiringMs === 0 ? [] : [lasting('keepFiring', rule.keepFiringMs)]),
    ...(rule.warmupMs === 0 ? [] : [lasting('warmup', rule.warmupMs)]),
    ...schedule(rule),
    ...noData(rule),
    raised(rule),
    ...levels(rule, inUnit),
  ]
}
