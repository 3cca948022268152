import * as z from 'zod'
import { notFound } from '#server/core/kernel/errors.ts'
import { readBatch } from '#server/modules/telemetry/index.ts'
import { withKey } from './http.ts'
import type { Operation } from './operation.ts'
import { rejection } from './schemas.ts'

const params = z.object({ id: z.uuid().meta({ description: 'The batch, as the answer to POST /api/v1/readings named it' }) })
const count = z.int().nonnegative()

/** readBatchOperation describes GET /api/v1/batches/{id}. */
export const readBatchOperation: Operation = {
  id: 'readBatch',
  method: 'get',
  path: '/api/v1/batches/{id}',
  summary: 'What became of a batch of readings',
  scopes: ['ingest', 'read'],
  params,
  status: 200,
  response: z.object({
    batch: z.uuid(),
    status: z.enum(['waiting', 'judged']),
    receivedAt: z.iso.datetime(),
    judgedAt: z.iso.datetime().nullable(),
    accepted: count,
    stored: count.nullable(),
    duplicates: count.nullable(),
    late: count.nullable(),
    quarantined: count.nullable(),
    rejected: z.array(rejection),
  }),
  errors: [404],
}

/** getBatch answers what became of a batch. */
export const getBatch = withKey(readBatchOperation.scopes, async ({ actor, params: given }) => {
  const parsed = params.safeParse(given)
  if (!parsed.success) throw notFound('This batch')
  return Response.json(await readBatch(actor, parsed.data.id))
})
