import { complainClear } from './complain.ts'
import type { Complain } from './complain.ts'
import { parseExpression } from './expression/parse.ts'
import { kindOf } from './expression/tree.ts'
import { checkLadder } from './ladder-checks.ts'
import { isSensorMeasure } from './measure/schema.ts'
import type { RuleShape } from './rule-shape.ts'

const checkOutside = (rule: RuleShape, complain: Complain): void => {
  if (rule.low === null) complain(['low'], 'lowMissing', 'Give the lower limit.')
  if (rule.high === null) complain(['high'], 'highMissing', 'Give the upper limit.')
  if (rule.low !== null && rule.high !== null && rule.low >= rule.high) complain(['high'], 'highBelowLow', `The upper limit must be above the lower limit ${rule.low}.`, rule.low)
  if (rule.limit !== null) complain(['limit'], 'limitWithRange', 'A rule with a lower and an upper limit has no single limit: leave it empty.')
  if (rule.clear !== null) complain(['clear'], 'clearWithRange', 'A rule with two limits clears when the value is back between them: leave the clear limit empty.')
  if (rule.gate !== null) complain(['gate'], 'gateWithRange', 'A gate needs the direction above or below.')
}

const checkGate = (rule: RuleShape, direction: 'above' | 'below', complain: Complain): void => {
  if (rule.gate === null) return
  if (rule.limit !== null) complain(['limit'], 'limitWithBands', 'A gated rule takes its limits from the bands: leave this limit empty.')
  if (rule.clear !== null) complain(['clear'], 'clearWithBands', 'A gated rule takes its clear limits from the bands: leave this one empty.')
  if (rule.points.includes(rule.gate.point)) complain(['gate', 'point'], 'selfGate', 'A point cannot gate itself.')
  rule.gate.bands.forEach((one, index, all) => {
    const before = all[index - 1]
    if (one.to < one.from) complain(['gate', 'bands', index, 'to'], 'bandEnd', `The band must end at or above its start ${one.from}.`, one.from)
    if (before !== undefined && one.from < before.to) {
      complain(['gate', 'bands', index, 'from'], 'bandOverlap', `Bands are listed upwards and must not overlap: start at or above ${before.to}.`, before.to)
    }
    complainClear(complain, ['gate', 'bands', index, 'clear'], direction, one.limit, one.clear)
  })
}

const checkOneSided = (rule: RuleShape, direction: 'above' | 'below', complain: Complain): void => {
  if (rule.low !== null) complain(['low'], 'lowWithSide', 'Only a rule with the direction outside has a lower limit.')
  if (rule.high !== null) complain(['high'], 'highWithSide', 'Only a rule with the direction outside has an upper limit.')
  if (rule.gate === null && rule.limit === null) complain(['limit'], 'limitMissing', 'Give a limit, or gate the rule by bands.')
  if (rule.gate === null && rule.limit !== null) complainClear(complain, ['clear'], direction, rule.limit, rule.clear)
  checkGate(rule, direction, complain)
}

/** hasOwnLimit tells whether a rule's measure decides by itself, so that the rule names no limit: a comparison, a zone, silence, a wrong unit. */
export const hasOwnLimit = ({ measure }: Pick<RuleShape, 'measure'>): boolean => {
  if (measure.kind === 'iso-zone' || measure.kind === 'silence' || measure.kind === 'wrong-unit') return true
  const parsed = measure.kind === 'expression' ? parseExpression(measure.text) : null
  return parsed !== null && parsed.ok && kindOf(parsed.value) === 'truth'
}

const checkOwnLimit = (rule: RuleShape, complain: Complain): void => {
  const left = 'This kind of rule decides by itself'
  if (rule.direction !== 'above') complain(['direction'], 'aboveOnly', `${left}: leave the direction at above.`)
  for (const field of ['limit', 'low', 'high', 'clear'] as const) if (rule[field] !== null) complain([field], 'limitImplied', `${left}: leave this limit empty.`)
  if (rule.gate !== null) complain(['gate'], 'limitImplied', `${left}: it takes no gate.`)
  if (rule.ladder.length > 0) complain(['ladder'], 'limitImplied', `${left}: it takes no further levels here.`)
  if (rule.measure.kind !== 'silence') return
  if (rule.noData.policy !== 'alert') complain(['noData', 'policy'], 'silenceNeedsAlert', 'A rule about silence must tell it: choose alert as its no-data policy.')
}

const checkMeasure = (rule: RuleShape, complain: Complain): void => {
  const { measure } = rule
  if (isSensorMeasure(measure) && rule.failureMode !== null) complain(['failureMode'], 'sensorMode', 'A rule about a sensor raises a sensor ticket: leave the failure mode empty.')
  if (measure.kind !== 'expression') return
  const parsed = parseExpression(measure.text)
  if (!parsed.ok) complain(['measure', 'text'], 'expressionInvalid', `At ${parsed.error.at + 1}: ${parsed.error.detail}`, parsed.error.at + 1)
}

const checkHold = ({ hold, forMs }: RuleShape, complain: Complain): void => {
  if (hold === null) return
  if (forMs !== 0) complain(['forMs'], 'holdTwice', 'Choose either an unbroken time or so many of the last readings, not both.')
  if (hold.kind === 'samples' && hold.n > hold.of) complain(['hold', 'n'], 'holdCount', `At most all of the ${hold.of} readings.`, hold.of)
  if (hold.kind === 'time' && hold.ms > hold.withinMs) complain(['hold', 'ms'], 'holdTime', 'At most the whole stretch of time.')
}

/** checkRule reports every fault that a rule's fields have together. */
export const checkRule = (rule: RuleShape, complain: Complain): void => {
  if (new Set(rule.points).size !== rule.points.length) complain(['points'], 'pointTwice', 'Name each point once.')
  checkMeasure(rule, complain)
  checkHold(rule, complain)
  if (hasOwnLimit(rule)) checkOwnLimit(rule, complain)
  else if (rule.direction === 'outside') checkOutside(rule, complain)
  else checkOneSided(rule, rule.direction, complain)
  if (!hasOwnLimit(rule)) checkLadder(rule, complain)
}
