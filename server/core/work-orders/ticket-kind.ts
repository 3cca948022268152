import { measureOf } from '../condition/measure-unit.ts'
import type { Measure } from '../condition/measure/schema.ts'
import type { RuleShape } from './evidence.ts'

/** TICKET_KINDS are what a rule may have found on a point; each is a message key of the screens. */
export const TICKET_KINDS = [
  'above', 'below', 'outside', 'no-data', 'rate', 'deviation', 'iso-zone', 'expression', 'stuck', 'noisy', 'quiet', 'clipping', 'silence', 'wrong-unit',
] as const
export type TicketKind = (typeof TICKET_KINDS)[number]

/** ticketKind names what a rule has found on a point: the side of its limit for the value itself, else what it judges. */
export function ticketKind(measure: Measure, direction: RuleShape['direction'], noData: boolean): TicketKind {
  if (measure.kind === 'silence') return 'silence'
  if (noData) return 'no-data'
  if (measure.kind === 'value') return direction
  return measure.kind === 'noise' ? (direction === 'below' ? 'quiet' : 'noisy') : measure.kind
}

/** incidentKind names what an incident is about, told from its key, the rule's stored definition, and whether it went below its limit. */
export const incidentKind = ({ key, definition }: { readonly key: string; readonly definition: unknown }, below: boolean): TicketKind =>
  ticketKind(measureOf(definition), below ? 'below' : 'above', key.endsWith(':no-data'))
