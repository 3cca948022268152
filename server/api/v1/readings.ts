import * as z from 'zod'
import { AppError } from '#server/core/kernel/errors.ts'
import { acceptsReadings } from '#server/modules/sources/index.ts'
import { acceptBatch, type Acceptance, type NewBatch } from '#server/modules/telemetry/index.ts'
import { ringLane } from '#server/queue/doorbell.ts'
import { parseJson, readBody, withKey, type KeyRequest } from './http.ts'

const MAX_BODY = 8 * 1024 * 1024
const MAX_KEY = 200
const SHOWN_REJECTIONS = 1000

/** readingsBody is the envelope of a batch; its rows are checked one by one, so that a bad row does not fail the others. */
const readingsBody = z.object({
  boot: z.string().min(1).max(MAX_KEY).optional(),
  seq: z.union([z.int().nonnegative(), z.string().min(1).max(MAX_KEY)]).optional(),
  sentAt: z.unknown().optional(),
  backlog: z.boolean().optional(),
  readings: z.array(z.unknown()),
})

/** batchKeyOf names a batch: by boot and sequence, else by the Idempotency-Key header; undefined leaves it to the content's hash. */
function batchKeyOf(body: { boot?: string | undefined; seq?: number | string | undefined }, idempotencyKey: string | null): string | undefined {
  if ((body.boot === undefined) !== (body.seq === undefined)) throw new AppError('invalid', 'Send boot and seq together, or neither.')
  if (body.boot !== undefined) return `boot:${body.boot}:${body.seq}`
  if (idempotencyKey === null || idempotencyKey === '') return undefined
  if (idempotencyKey.length > MAX_KEY) throw new AppError('invalid', `Idempotency-Key may have at most ${MAX_KEY} characters.`)
  return `key:${idempotencyKey}`
}

// A line that is no JSON becomes a row that fails its check, with its place.
const parseLine = (line: string): unknown => {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return null
  }
}

async function parseBatch({ request }: KeyRequest): Promise<NewBatch> {
  const body = await readBody(request, MAX_BODY)
  const key = request.headers.get('idempotency-key')
  if ((request.headers.get('content-type') ?? '').includes('ndjson')) {
    const lines = body.toString('utf8').split('\n').filter((line) => line.trim() !== '')
    return withKeyOf(batchKeyOf({}, key), { readings: lines.map(parseLine) })
  }
  const parsed = readingsBody.safeParse(parseJson(body))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new AppError('invalid', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not understood'}. Expected {"readings": [{"point", "ts", "value"}]}.`)
  }
  const { readings, backlog = false } = parsed.data
  return withKeyOf(batchKeyOf(parsed.data, key), { readings, backlog })
}

const withKeyOf = (batchKey: string | undefined, batch: NewBatch): NewBatch => (batchKey === undefined ? batch : { ...batch, batchKey })

const answer = (accepted: Acceptance): Response =>
  Response.json(
    {
      batch: accepted.batchId,
      accepted: accepted.accepted,
      rejected: accepted.rejected.slice(0, SHOWN_REJECTIONS),
      ...(accepted.duplicate ? { duplicate: true } : {}),
    },
    { status: 202, headers: { location: `/api/v1/batches/${accepted.batchId}` } },
  )

/** postReadings takes a batch of readings as JSON or NDJSON, plain or gzip. It answers 202 after the batch is durable, and then rings the lane's doorbell. */
export const postReadings = withKey('ingest', async (call) => {
  const { actor } = call
  if (!(await acceptsReadings(actor.orgId, actor.sourceId))) throw new AppError('forbidden', 'The source of this key is switched off: switch it on under Sources, or use another key.')
  const accepted = await acceptBatch(actor.source, await parseBatch(call))
  if (accepted.inboxNo !== null) ringLane(accepted.laneNo, accepted.inboxNo)
  return answer(accepted)
})
