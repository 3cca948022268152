import * as z from 'zod'
import type { WorkOrderKind, WorkOrderSource } from './enums.ts'

/** VERDICTS are the answers to "was the warning right?"; none is ever preselected. */
export const VERDICTS = ['confirmed', 'other-fault-found', 'nothing-found', 'sensor-fault', 'process-change', 'not-inspected'] as const
/** verdict parses a verdict. */
export const verdict = z.enum(VERDICTS)
export type Verdict = z.infer<typeof verdict>

/** FALSE_ALARM_VERDICTS say that the machine was well: within the hold-off the same warning raises no new ticket. */
const FALSE_ALARM_VERDICTS: readonly Verdict[] = ['nothing-found', 'sensor-fault', 'process-change']

/** isFalseAlarm tells whether a verdict says that the machine was well. */
export const isFalseAlarm = (given: Verdict | null): boolean => given !== null && FALSE_ALARM_VERDICTS.includes(given)

/** foundFault tells whether a verdict names a fault, so that item and activity must be recorded. */
export const foundFault = (given: Verdict | null): boolean => given === 'confirmed' || given === 'other-fault-found'

/** needsVerdict tells whether an order must be answered with a verdict before it is done: every order a rule or model raised. */
export const needsVerdict = (order: { readonly source: WorkOrderSource; readonly kind: WorkOrderKind }): boolean =>
  order.source === 'condition' || order.kind === 'predictive'
