import { expect, it } from 'vitest'
import { definitionOf } from './fixtures.ts'
import { finiteLimit, incidentUnit, judgesPoint, measureOf, measureUnit } from './measure-unit.ts'

type Over = Parameters<typeof definitionOf>[0]

it.each<[string, Over, string, string | null, boolean]>([
  ['the value itself', { limit: 1 }, 'Cel', 'Cel', true],
  ['a zone, in the unit of the velocity', { measure: { kind: 'iso-zone' } }, 'mm/s', 'mm/s', true],
  ['a rate per hour', { limit: 1, measure: { kind: 'rate', windowMs: 1000, per: 'hour' } }, 'Cel', 'Cel/h', false],
  ['a rate per minute', { limit: 1, measure: { kind: 'rate', windowMs: 1000, per: 'minute' } }, '[g]', '[g]/min', false],
  ['a rate of a plain number', { limit: 1, measure: { kind: 'rate', windowMs: 1000, per: 'day' } }, '1', '/d', false],
  ['a deviation, in spreads', { limit: 1, measure: { kind: 'deviation' } }, 'Cel', '{spread}', false],
  ['an expression of numbers', { limit: 1, measure: { kind: 'expression', text: 'a - b' } }, 'Cel', '', false],
  ['a comparison, which is no quantity', { measure: { kind: 'expression', text: 'a > b' } }, 'Cel', null, false],
  ['how long it has not moved', { limit: 1, measure: { kind: 'stuck' } }, 'Cel', 's', false],
  ['noise, in the point\'s unit but not its value', { limit: 1, measure: { kind: 'noise', windowMs: 1000 } }, 'Cel', 'Cel', false],
  ['the share that clips', { limit: 1, measure: { kind: 'clipping', windowMs: 1000 } }, 'Cel', '%', false],
  ['silence', { measure: { kind: 'silence' }, noData: { policy: 'alert' } }, 'Cel', null, false],
  ['a wrong unit', { measure: { kind: 'wrong-unit' } }, 'Cel', null, false],
])('%s', (_name, over, unit, expected, point) => {
  const rule = definitionOf(over)
  expect([measureUnit(rule, unit), judgesPoint(rule)]).toEqual([expected, point])
})

it.each<[string, { key: string; definition: unknown }, string | null]>([
  ['a value', { key: 'A:OHE', definition: { measure: { kind: 'value' } } }, 'Cel'],
  ['a rate', { key: 'A:rule:R', definition: { measure: { kind: 'rate', windowMs: 1, per: 'hour' } } }, 'Cel/h'],
  ['a rule written before there were measures', { key: 'A:OHE', definition: {} }, 'Cel'],
  ['a definition of a later edition', { key: 'A:OHE', definition: { measure: { kind: 'smell' } } }, 'Cel'],
  ['missing readings of a rate', { key: 'A:rule:R:no-data', definition: { measure: { kind: 'rate', windowMs: 1, per: 'hour' } } }, null],
  ['a question', { key: 'A:sensor:1', definition: { measure: { kind: 'wrong-unit' } } }, null],
])('the numbers of an incident about %s', (_name, incident, unit) => { expect(incidentUnit(incident, 'Cel')).toBe(unit) })

it('reads what is judged of anything stored', () => { expect([null, 'no', 5].map((one) => measureOf(one).kind)).toEqual(['value', 'value', 'value']) })
it('knows that silence has no limit', () => { expect([finiteLimit(3), finiteLimit(Infinity)]).toEqual([3, null]) })
