import { expect, test } from 'vitest'
import { readRuleShape } from './evidence.ts'
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
])('$name', ({ given, title, description }) => {
  const made = ticketText({ ...input, ...given })
  expect(made).toMatchObject({ title, description })
  expect(orderText.parse(made.text)).toEqual(made.text)
})
