import * as z from 'zod'
import { finiteLimit } from '../condition/measure-unit.ts'
import { message } from '../kernel/message.ts'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../kernel/time.ts'
import { unitSign } from '../telemetry/unit-sign.ts'
import type { RuleShape } from './evidence.ts'
import { ticketKind } from './ticket-kind.ts'
import type { TicketKind } from './ticket-kind.ts'

/** orderText parses the words of an order that the system wrote: message keys with their parameters, for the reader's language. */
export const orderText = z.object({ title: message, description: message })
export type OrderText = z.infer<typeof orderText>

/** TicketTextInput is what a ticket's words are made of. */
export interface TicketTextInput {
  readonly assetTag: string
  readonly assetName: string
  readonly pointName: string
  /** The unit of value and limit; null where there is no number to tell. */
  readonly unit: string | null
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

const shown = (value: number): string => String(Number(value.toPrecision(3)))
const withUnit = (value: number, unit: string): string => [shown(value), unitSign(unit)].filter(Boolean).join(' ')

function duration(ms: number): string {
  if (ms >= HOUR_MS) return `${shown(ms / HOUR_MS)} h`
  return ms >= MINUTE_MS ? `${shown(ms / MINUTE_MS)} min` : `${shown(ms / SECOND_MS)} s`
}

const titleOf = (kind: TicketKind, point: string, rule: string): string => {
  switch (kind) {
    case 'above': return `${point} above its limit`
    case 'below': return `${point} below its limit`
    case 'outside': return `${point} outside its limits`
    case 'no-data': return `${point} sends no readings`
    case 'rate': return `rate of change of ${point} beyond its limit`
    case 'deviation': return `${point} differs from what is usual`
    case 'iso-zone': return `${point} beyond its limit by ISO 20816-3`
    case 'expression': return rule
    case 'stuck': return `the sensor of ${point} stands still`
    case 'noisy': return `the sensor of ${point} is noisy`
    case 'quiet': return `the sensor of ${point} is unusually quiet`
    case 'clipping': return `${point} reaches the end of its range`
    case 'silence': return `no readings of ${point}, though its source sends`
    case 'wrong-unit': return `${point} seems to come in another unit`
  }
}

const subjectOf = (kind: TicketKind, { pointName, ruleName }: TicketTextInput): string => {
  switch (kind) {
    case 'rate': return `The rate of change of ${pointName}`
    case 'deviation': return `The deviation of ${pointName} from what was learnt`
    case 'expression': return `The value of "${ruleName}"`
    case 'stuck': return `The time without change of ${pointName}`
    case 'noisy': case 'quiet': return `The noise of ${pointName}`
    case 'clipping': return `The share of readings of ${pointName} at the end of the range`
    default: return pointName
  }
}

/** ticketText words a condition ticket: English for the record, keys and parameters for every other language. */
export function ticketText(input: TicketTextInput): { title: string; description: string; text: OrderText } {
  const { assetTag, assetName, pointName, unit, ruleName, ruleVersion, rule, value, limit, gateName, gateUnit, gateValue } = input
  const kind = ticketKind(rule.measure, rule.direction, input.noData)
  const params = { assetTag, assetName, pointName, unit, ruleName, ruleVersion, value, limit: finiteLimit(limit), forMs: rule.forMs, gateName, gateUnit, gateValue }
  const state = gateName !== null && gateUnit !== null && gateValue !== null ? `, at ${gateName} ${withUnit(gateValue, gateUnit)}` : ''
  const held = rule.forMs > 0 ? ` for ${duration(rule.forMs)}` : ''
  const what = kind === 'no-data' ? `${pointName} has sent no readings${held}`
    : unit === null || input.noData ? sentence(titleOf(kind, pointName, ruleName))
      : `${subjectOf(kind, input)} was ${withUnit(value, unit)}, limit ${withUnit(limit, unit)}${held}${state}`
  return {
    title: `${assetTag} ${assetName}: ${titleOf(kind, pointName, ruleName)}`,
    description: `${what}. Raised by the rule "${ruleName}", version ${ruleVersion}.`,
    text: { title: { key: `ticket.title.${kind}`, params }, description: { key: `ticket.description.${kind}`, params } },
  }
}

const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
