import * as z from 'zod'
import { readHistory } from '#server/modules/telemetry/index.ts'
import { procedure } from '../../init.ts'

const MAX_POINTS = 16
const MAX_BUCKETS = 2000

/** series reads points' history between two times, at most two values a bucket (min and max). */
export const series = procedure('telemetry.read')
  .input(
    z.object({
      pointIds: z.array(z.uuid()).min(1).max(MAX_POINTS),
      from: z.iso.datetime({ offset: true }),
      to: z.iso.datetime({ offset: true }),
      buckets: z.int().min(10).max(MAX_BUCKETS).default(600),
    }),
  )
  .query(async ({ ctx, input }) => ({
    series: await readHistory(ctx.actor, { pointIds: input.pointIds, fromMs: Date.parse(input.from), toMs: Date.parse(input.to), buckets: input.buckets }),
  }))
