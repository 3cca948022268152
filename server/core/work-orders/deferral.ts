import * as z from 'zod'
import { priority, type Priority } from './priority.ts'

/** deferral is a stored "won't fix now": who approved it, why, until when (ISO), and the priority that breaks it. */
export const deferral = z.object({
  approver: z.string().nullable(),
  reason: z.string(),
  until: z.iso.datetime({ offset: true }),
  reAlarmPriority: priority,
})
export type Deferral = z.infer<typeof deferral>

/** isDeferred tells whether a deferral still holds at a time. */
export const isDeferred = (given: Deferral | null, now: Date): given is Deferral => given !== null && now.getTime() < Date.parse(given.until)

/** breaksDeferral tells whether a problem of this priority ends a deferral: a safety-related one always, another at the agreed level or above. */
export const breaksDeferral = (given: Deferral, problem: { readonly priority: Priority; readonly safety: boolean }, ticketPriority: Priority): boolean =>
  problem.safety || (problem.priority < ticketPriority && problem.priority <= given.reAlarmPriority)
