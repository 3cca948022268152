import * as z from 'zod'
import { completionInput } from './completion.ts'
import { workOrderKind } from './enums.ts'
import { priority } from './priority.ts'

const common = {
  assetId: z.uuid(),
  title: z.string().trim().min(3, 'Say in a few words what is wrong.').max(200),
  description: z.string().trim().max(4000).optional(),
  priority: priority.default(3),
  failureMode: z.string().trim().min(1).max(16).optional(),
  /** Given by the client: sending the same again makes no second order. */
  idempotencyKey: z.string().trim().min(8).max(100),
}

/** newOrderInput is what a person files: a request that waits for approval, or an order, which may be entered after the work was done. */
export const newOrderInput = z.discriminatedUnion('source', [
  z.object({ source: z.literal('request'), ...common }),
  z.object({
    source: z.literal('manual'), ...common,
    kind: workOrderKind.exclude(['predictive']).default('corrective'),
    assigneeId: z.uuid().optional(),
    /** The work is done already: its real times and findings. */
    done: completionInput.optional(),
  }),
])
export type NewOrderInput = z.infer<typeof newOrderInput>
