import { expect, test } from 'vitest'
import { readRuleShape } from './evidence.ts'
import { TICKET_KINDS } from './ticket-kind.ts'
import { orderText, ticketText } from './ticket-text.ts'

const input = {
  assetTag: 'CT-301', assetName: 'Cooling-tower fan', pointName: 'Vibration', unit: '[g]', ruleName: 'Fan vibration by speed', ruleVersion: 2,
  rule: readRuleShape({ direction: 'above', limit: null, forMs: 30_000 }), noData: false, value: 2.0912, limit: 0.18, gateName: 'speed', gateUnit: '%', gateValue: 80,
}

test.each([
  { name: 'above, gated', given: {}, title: 'CT-301 Cooling-tower fan: Vibration above its limit', description: 'Vibration was 2.09 g, limit 0.18 g for 30 s, at speed 80 %. Raised by the rule "Fan vibration by speed", version 2.' },
  {
    name: 'below, not gated', given: { rule: readRuleShape({ direction: 'below', limit: 60, forMs: 18_000_000 }), unit: 'Cel', value: 51, limit: 60, gateName: null, gateUnit: null, gateValue: null },
    title: 'CT-301 Cooling-tower fan: Vibration below its limit', description: 'Vibration was 51 °C, limit 60 °C for 5 h. Raised by the rule "Fan vibration by speed", version 2.',
  },
  {
    name: 'no data', given: { noData: true }, title: 'CT-301 Cooling-tower fan: Vibration sends no readings',
    description: 'Vibration has sent no readings for 30 s. Raised by the rule "Fan vibration by speed", version 2.',
  },
  {
    name: 'a rate', given: { rule: readRuleShape({ direction: 'above', measure: { kind: 'rate', windowMs: 1, per: 'hour' } }), unit: 'Cel/h', value: 12.4, limit: 10, gateName: null, gateUnit: null, gateValue: null },
    title: 'CT-301 Cooling-tower fan: rate of change of Vibration beyond its limit',
    description: 'The rate of change of Vibration was 12.4 °C/h, limit 10 °C/h. Raised by the rule "Fan vibration by speed", version 2.',
  },
  {
    name: 'a question, without numbers', given: { rule: readRuleShape({ measure: { kind: 'wrong-unit' } }), unit: null, value: 1, limit: 0.5 },
    title: 'CT-301 Cooling-tower fan: Vibration seems to come in another unit',
    description: 'Vibration seems to come in another unit. Raised by the rule "Fan vibration by speed", version 2.',
  },
  {
    name: 'silence, which has no limit', given: { rule: readRuleShape({ measure: { kind: 'silence' } }), noData: true, unit: null, value: 1, limit: Infinity },
    title: 'CT-301 Cooling-tower fan: no readings of Vibration, though its source sends',
    description: 'No readings of Vibration, though its source sends. Raised by the rule "Fan vibration by speed", version 2.',
  },
  {
    name: 'an expression, by its rule\'s name', given: { rule: readRuleShape({ measure: { kind: 'expression', text: 'a - b' } }), unit: '', value: 7, limit: 5, gateName: null, gateUnit: null, gateValue: null },
    title: 'CT-301 Cooling-tower fan: Fan vibration by speed', description: 'The value of "Fan vibration by speed" was 7, limit 5. Raised by the rule "Fan vibration by speed", version 2.',
  },
])('$name', ({ given, title, description }) => {
  const made = ticketText({ ...input, ...given })
  expect(made).toMatchObject({ title, description })
  expect(orderText.parse(made.text)).toEqual(made.text)
})

test('names each kind of rule in its own words', () => {
  const measures = [
    { kind: 'value' }, { kind: 'rate', windowMs: 1, per: 'hour' }, { kind: 'deviation' }, { kind: 'iso-zone' }, { kind: 'expression', text: 'a - b' }, { kind: 'stuck' }, { kind: 'noise', windowMs: 1 },
    { kind: 'clipping', windowMs: 1 }, { kind: 'silence' }, { kind: 'wrong-unit' },
  ]
  const keys = measures.flatMap((measure) => ['above', 'below', 'outside'].map((direction) => ticketText({ ...input, rule: readRuleShape({ measure, direction }) }).text.title.key))
  expect([...new Set([...keys, 'ticket.title.no-data'])].toSorted()).toEqual(TICKET_KINDS.map((kind) => `ticket.title.${kind}`).toSorted())
})
