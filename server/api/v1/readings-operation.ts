import * as z from 'zod'
import type { Operation } from './operation.ts'
import { reading, rejection } from './schemas.ts'

/** postReadingsOperation describes POST /api/v1/readings. */
export const postReadingsOperation: Operation = {
  id: 'postReadings',
  method: 'post',
  path: '/api/v1/readings',
  summary: 'Send a batch of readings; answered after it is durable, judged afterwards',
  scopes: ['ingest'],
  headers: z.object({
    'Idempotency-Key': z.string().max(200).optional().meta({ description: 'Names the batch when boot and seq do not; else the sha256 of its content does' }),
  }),
  body: {
    types: ['application/json'],
    schema: z.object({
      boot: z.string().optional().meta({ description: 'Changes with each start of the sender; with seq it names the batch' }),
      seq: z.union([z.int().nonnegative(), z.string()]).optional(),
      sentAt: z.union([z.string(), z.number()]).optional(),
      backlog: z.boolean().optional().meta({
        description: 'True for readings kept while the sender was offline, sent in order of time: judged apart from live ones, they may open an order marked "happened while offline" and page nobody',
      }),
      readings: z.array(reading).meta({ description: 'At most 10,000; also one reading a line as application/x-ndjson; plain or gzip' }),
    }),
  },
  status: 202,
  response: z.object({
    batch: z.uuid(),
    accepted: z.int().nonnegative(),
    rejected: z.array(rejection).meta({ description: 'Faults of form and unknown points; range, skew and unit are checked when the batch is judged' }),
    duplicate: z.literal(true).optional().meta({ description: 'The same batch was accepted before' }),
  }),
  errors: [409, 413],
}
