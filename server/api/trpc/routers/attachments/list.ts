import * as z from 'zod'
import { attachable } from '#server/core/attachments/attachment.ts'
import { listAttachments } from '#server/modules/attachments/index.ts'
import { procedure } from '../../init.ts'

/** list lists what is attached to a thing, with how far each file is. */
export const list = procedure('work-order.read')
  .input(z.object({ entity: attachable, entityId: z.uuid() }))
  .query(({ ctx, input }) => listAttachments(ctx.actor, input))
