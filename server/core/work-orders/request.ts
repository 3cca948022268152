import * as z from 'zod'
import { provisionalNumber } from './provisional.ts'

/** requestInput parses what somebody reports at a machine: what is wrong, whether it stands still, and whether anybody is in danger. */
export const requestInput = z.object({
  // The client chooses the order's id, so that it can go on with it before the server has heard of it.
  id: z.uuid(), opId: z.uuid(), provisionalNumber: provisionalNumber.optional(), assetId: z.uuid(),
  title: z.string().trim().min(3, 'Say in a few words what is wrong.').max(200), description: z.string().trim().max(4000).optional(), stopped: z.boolean(), danger: z.boolean(),
})
export type RequestInput = z.output<typeof requestInput>
