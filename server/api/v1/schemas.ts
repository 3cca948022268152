import * as z from 'zod'

/** rejection is one row of a batch that was not stored, by its place in what was sent. */
export const rejection = z.object({
  index: z.int().nonnegative(),
  code: z.enum(['schema', 'unknown-point', 'range', 'skew', 'unit']),
  detail: z.string(),
})

/** reading is one measured value as a source sends it. */
export const reading = z.object({
  point: z.string().min(1).max(200).meta({ description: 'Key of the point, unique in the organization' }),
  ts: z.union([z.iso.datetime({ offset: true }), z.int()]).meta({ description: 'Time at the source: RFC 3339 with a zone, or epoch milliseconds' }),
  value: z.number(),
  unit: z.string().optional().meta({ description: 'UCUM code; the unit agreed for the point when left out' }),
  quality: z.enum(['good', 'uncertain', 'bad']).optional().meta({ description: 'good when left out' }),
})

/** problemSchema is problem details (RFC 9457) as every error is answered. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string().meta({ description: 'For programs; does not change' }),
  detail: z.string().meta({ description: 'For people: what was wrong and what to do' }),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  requestId: z.string().optional(),
})
