import * as z from 'zod'
import { listAudit } from '#server/modules/audit/index.ts'
import { procedure } from '../../init.ts'

/** list shows who changed what, newest first; of one thing when it is named. */
export const list = procedure('audit.read', 'see-audit')
  .input(z.object({
    entity: z.string().max(50).optional(),
    entityId: z.uuid().optional(),
    cursor: z.uuid().optional(),
    limit: z.int().min(1).max(100).default(50),
  }))
  .query(({ ctx, input }) => listAudit(ctx.actor, input))
