import * as z from 'zod'
import { LABOUR_ACTIVITIES } from './commands.ts'
import { completionInput, type CompletionInput } from './completion.ts'
import { workOrderKind } from './enums.ts'
import { priority } from './priority.ts'
import { provisionalNumber } from './provisional.ts'
import { quantity } from './quantity.ts'
import type { OrderText } from './ticket-text.ts'

// The client chooses the order's id, so that it can go on with it before the server has heard of it.
const head = {
  id: z.uuid(), opId: z.uuid(), provisionalNumber: provisionalNumber.optional(), assetId: z.uuid(),
  failureMode: z.string().trim().min(1).max(16).optional(),
}

/** emergencyInput parses work that begins at once: a machine and one sentence, or none. */
export const emergencyInput = z.object({
  ...head, title: z.string().trim().min(3).max(200).optional(), priority: priority.default(1), activity: z.enum(LABOUR_ACTIVITIES).optional(),
})
export type EmergencyInput = z.output<typeof emergencyInput>

const part = z.object({ partId: z.uuid().optional(), description: z.string().trim().min(1).max(200).optional(), quantity, unit: z.string().trim().max(20).optional() })
  .refine(({ partId, description }) => partId !== undefined || description !== undefined, 'Name the part, or say in a few words what it was.')

/** logDoneInput parses work that was done before anybody wrote it down: what was found, its real times, who worked how long, and the parts. */
export const logDoneInput = z.object({
  ...head, title: z.string().trim().min(3, 'Say in a few words what it was about.').max(200), description: z.string().trim().max(4000).optional(),
  kind: workOrderKind.exclude(['predictive']).default('corrective'), priority: priority.default(3), findings: completionInput,
  /** How long the person worked, up to the end of the work. */
  minutes: z.int().min(1).max(24 * 60).optional(),
  parts: z.array(part).max(50).default([]),
})
export type LogDoneInput = z.output<typeof logDoneInput>

const MINUTE = 60_000

/** withMinutes is what was found, with the start that follows from how long the work took, where nobody named one; `enteredAt` is when it was written down. */
export function withMinutes({ findings, minutes }: Pick<LogDoneInput, 'findings' | 'minutes'>, enteredAt: Date): CompletionInput {
  if (minutes === undefined || findings.workStartedAt !== undefined) return findings
  const workFinishedAt = findings.workFinishedAt ?? enteredAt
  return { ...findings, workFinishedAt, workStartedAt: new Date(workFinishedAt.getTime() - minutes * MINUTE) }
}

/** EMERGENCY_TITLE is the message key of an emergency about which nobody had time to write a sentence. */
export const EMERGENCY_TITLE = 'order.emergency'

/** emergencyText is what an emergency says when its person said nothing: the machine, in the reader's language. */
export const emergencyText = (asset: { readonly tag: string; readonly name: string }): { title: string; text: OrderText } => {
  const params = { assetTag: asset.tag, assetName: asset.name }
  return { title: `Emergency: ${asset.tag} ${asset.name}`, text: { title: { key: EMERGENCY_TITLE, params }, description: { key: EMERGENCY_TITLE, params } } }
}
