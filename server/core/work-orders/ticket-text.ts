import * as z from 'zod'
import { message } from '../kernel/message.ts'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../kernel/time.ts'
import type { RuleShape } from './evidence.ts'

/** orderText parses the words of an order that the system wrote: message keys with their parameters, for the reader's language. */
export const orderText = z.object({ title: message, description: message })
export type OrderText = z.infer<typeof orderText>

/** TicketTextInput is what a ticket's words are made of. */
export interface TicketTextInput {
  readonly assetTag: string
  readonly assetName: string
  readonly pointName: string
  readonly unit: string
  readonly ruleName: string
  readonly ruleVersion: number
  readonly rule: RuleShape
  readonly noData: boolean
  readonly value: number
  readonly limit: number
  readonly gateName: string | null
  readonly gateUnit: string | null
  readonly gateValue: number | null
}

/** SHOWN_UNITS gives UCUM codes the sign that people read. */
const SHOWN_UNITS: Readonly<Record<string, string>> = { '[g]': 'g', Cel: '°C', '/min': 'rpm', 'm/s2': 'm/s²', um: 'µm' }
const shown = (value: number): string => String(Number(value.toPrecision(3)))
const withUnit = (value: number, unit: string): string => `${shown(value)} ${SHOWN_UNITS[unit] ?? unit}`

function duration(ms: number): string {
  if (ms >= HOUR_MS) return `${shown(ms / HOUR_MS)} h`
  return ms >= MINUTE_MS ? `${shown(ms / MINUTE_MS)} min` : `${shown(ms / SECOND_MS)} s`
}

const WORDS = { above: 'above its limit', below: 'below its limit', outside: 'outside its limits', 'no-data': 'sends no readings' } as const

/** ticketText words a condition ticket: English for the record, keys and parameters for every other language. */
export function ticketText(input: TicketTextInput): { title: string; description: string; text: OrderText } {
  const { assetTag, assetName, pointName, unit, ruleName, ruleVersion, rule, value, limit, gateName, gateUnit, gateValue } = input
  const kind = input.noData ? 'no-data' : rule.direction
  const params = { assetTag, assetName, pointName, unit, ruleName, ruleVersion, value, limit, forMs: rule.forMs, gateName, gateUnit, gateValue }
  const state = gateName !== null && gateUnit !== null && gateValue !== null ? `, at ${gateName} ${withUnit(gateValue, gateUnit)}` : ''
  const held = rule.forMs > 0 ? ` for ${duration(rule.forMs)}` : ''
  const what = input.noData ? `${pointName} has sent no readings${held}` : `${pointName} was ${withUnit(value, unit)}, limit ${withUnit(limit, unit)}${held}${state}`
  return {
    title: `${assetTag} ${assetName}: ${pointName} ${WORDS[kind]}`,
    description: `${what}. Raised by the rule "${ruleName}", version ${ruleVersion}.`,
    text: { title: { key: `ticket.title.${kind}`, params }, description: { key: `ticket.description.${kind}`, params } },
  }
}
