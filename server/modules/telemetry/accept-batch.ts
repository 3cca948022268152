import { faultSentence } from '#server/core/telemetry/fault-sentences.ts'
import { createHash } from 'node:crypto'
import { AppError } from '#server/core/kernel/errors.ts'
import { emptyBatch, packBatch } from '#server/core/telemetry/packed-batch.ts'
import { parseReading, type ParsedReading, type ReadingFault } from '#server/core/telemetry/reading.ts'
import { now } from '../../platform/clock.ts'
import { systemTx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { findInbox, insertInbox, oldestUndoneMs } from './inbox.repo.ts'
import { pointDirectory } from './point-directory.ts'
import { saveQuarantine } from './quarantine.repo.ts'

/** SourceRef is who sends: known from the stored key or connector, never from the payload. */
export interface SourceRef {
  readonly orgId: string
  readonly siteId: string
  readonly sourceId: string
  readonly laneNo: number
}

/** NewBatch is what a source sends once. Without a key the content's hash names it. */
export interface NewBatch {
  readonly batchKey?: string
  readonly readings: readonly unknown[]
  readonly backlog?: boolean
}

/** Rejection names a row that was not accepted, by its place in what was sent. */
export interface Rejection extends ReadingFault {
  readonly index: number
}

/** Acceptance is the answer to a batch: from here on nothing of it is lost. */
export interface Acceptance {
  readonly batchId: string
  readonly accepted: number
  readonly rejected: readonly Rejection[]
  /** True when the same batch had been accepted before. */
  readonly duplicate: boolean
  readonly laneNo: number
  /** The batch's number in the inbox; null for a duplicate. */
  readonly inboxNo: string | null
}

/** MAX_BATCH is the largest number of readings in one batch. */
const MAX_BATCH = 10_000
const MAX_BACKLOG_MS = 60_000
const MAX_KEPT_REJECTIONS = 200
const BACKLOG_CACHE_MS = 500
const backlogs = new Map<number, { at: number; ms: number }>()

async function refuseOverload(laneNo: number, nowMs: number): Promise<void> {
  let known = backlogs.get(laneNo)
  if (!known || nowMs - known.at > BACKLOG_CACHE_MS) {
    known = { at: nowMs, ms: await oldestUndoneMs(laneNo) }
    backlogs.set(laneNo, known)
  }
  if (known.ms > MAX_BACKLOG_MS)
    throw new AppError('too-many', 'The site has more than 60 s of readings waiting. Send the same batch again after a pause.', { retryAfterSeconds: 10, laneNo })
}

interface Sorted {
  readonly rows: { reading: ParsedReading; no: number; index: number }[]
  readonly rejected: Rejection[]
}

async function sortRows(source: SourceRef, readings: readonly unknown[], nowMs: number): Promise<Sorted> {
  const rows: Sorted['rows'] = []
  const rejected: Rejection[] = []
  let points = await pointDirectory(source.orgId, nowMs)
  for (const [index, raw] of readings.entries()) {
    const parsed = parseReading(raw)
    if (!parsed.ok) {
      rejected.push({ index, ...parsed.error })
      continue
    }
    let point = points.get(parsed.value.point)
    if (!point) {
      points = await pointDirectory(source.orgId, nowMs, true)
      point = points.get(parsed.value.point)
    }
    if (!point || point.siteId !== source.siteId)
      rejected.push({ index, code: 'unknown-point', detail: faultSentence('unknown-point', { point: parsed.value.point }) })
    else rows.push({ reading: parsed.value, no: point.no, index })
  }
  return { rows, rejected }
}

function pack(rows: Sorted['rows']): Uint8Array {
  const units = ['']
  const batch = emptyBatch(rows.length, units)
  rows.forEach(({ reading, no, index }, i) => {
    batch.pointNo[i] = no
    batch.t[i] = reading.t
    batch.value[i] = reading.value
    batch.quality[i] = reading.quality
    batch.index[i] = index
    if (reading.unit === null) return
    let unit = units.indexOf(reading.unit)
    if (unit < 0) unit = units.push(reading.unit) - 1
    batch.unit[i] = unit
  })
  return packBatch(batch)
}

/**
 * acceptBatch commits one durable inbox row and only then answers. The same key with the same content is acknowledged
 * again; with other content it throws 'conflict'. Throws 'too-many' while the site is more than 60 s behind, 'too-large' above MAX_BATCH rows.
 */
export async function acceptBatch(source: SourceRef, input: NewBatch): Promise<Acceptance> {
  if (input.readings.length > MAX_BATCH)
    throw new AppError('too-large', `A batch holds at most ${MAX_BATCH} readings; this one has ${input.readings.length}. Split it.`)
  const nowMs = now().getTime()
  await refuseOverload(source.laneNo, nowMs)
  const { rows, rejected } = await sortRows(source, input.readings, nowMs)
  const sha256 = createHash('sha256').update(JSON.stringify(input.readings)).digest()
  const batchKey = input.batchKey ?? `sha256:${sha256.toString('hex')}`
  const row = {
    id: newId(), orgId: source.orgId, laneNo: source.laneNo, sourceId: source.sourceId, batchKey, sha256, kind: 'readings' as const,
    backlog: input.backlog ?? false, count: rows.length, rejectedAtDoor: rejected.length, payload: pack(rows),
  }
  const inboxNo = rejected.length === 0 ? await insertInbox(row) : await insertWithRejections(row, rejected)
  if (inboxNo !== null) return { batchId: row.id, accepted: rows.length, rejected, duplicate: false, laneNo: source.laneNo, inboxNo }
  const first = await findInbox(source.sourceId, batchKey)
  if (!first || !first.sha256.equals(sha256))
    throw new AppError('conflict', `The batch key "${batchKey}" was used before with other content. Give each batch a key of its own.`, { batchKey })
  return { batchId: first.id, accepted: first.count, rejected, duplicate: true, laneNo: source.laneNo, inboxNo: null }
}

async function insertWithRejections(row: Parameters<typeof insertInbox>[0], rejected: readonly Rejection[]): Promise<string | null> {
  return systemTx(async (client) => {
    const no = await insertInbox(row, client)
    if (no !== null)
      await saveQuarantine(
        client,
        row.orgId,
        rejected.slice(0, MAX_KEPT_REJECTIONS).map((r) => ({
          batchId: row.id, sourceId: row.sourceId, pointNo: null, index: r.index, t: null, value: null, unit: null, code: r.code, detail: r.detail,
        })),
      )
    return no
  }, row.orgId)
}
