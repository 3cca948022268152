import { isFinal, MAX_OPERATIONS } from '#server/core/sync/outcome.ts'
import type { Answer } from '#server/core/sync/answer.ts'
import type { StoredOperation, TabletDb } from '../store/db.ts'
import type { Door } from './deps.ts'
import { setAside, UploadRefused } from './refused.ts'

/** Sent is what one round of sending led to. */
export interface Sent {
  /** Operations that are over with: taken in, or asking for a decision. */
  readonly settled: number
  readonly wipe: boolean
  /** True when something more could be sent at once. */
  readonly more: boolean
  /** When the first of those that can still be taken back may go; null when there are none. */
  readonly heldUntil: string | null
}

const wireOf = ({ opId, personId, seq, entityKind, entityId, baseVersion, kind, payload, needs, at, zone, schema }: StoredOperation): object =>
  ({ opId, personId, seq, entity: { kind: entityKind, id: entityId }, baseVersion, kind, payload, needs, at, zone, schema })

/** Brings photos and files that operations need to the server; throws when none of them could be brought. */
async function uploadNeeded(db: TabletDb, door: Door, operations: readonly StoredOperation[], at: string): Promise<void> {
  let failure: unknown = null
  let settled = 0
  for (const blob of await db.blobs.bulkGet([...new Set(operations.flatMap((operation) => operation.needs))])) {
    if (blob?.state !== 'waiting') continue
    try {
      await door.upload(blob)
      await db.blobs.update(blob.id, { state: 'arrived' })
      settled += 1
    } catch (error) {
      // What needs another photo must not wait for one that the network does not carry, or that the server does not take.
      if (error instanceof UploadRefused) await setAside(db, blob, error, at).then(() => { settled += 1 })
      else failure = error
    }
  }
  if (failure !== null && settled === 0) throw failure as Error
}

const isHeld = ({ heldUntil }: StoredOperation, now: string): boolean => heldUntil !== null && heldUntil > now

/** sendable picks, in order, what may go now: nothing that can still be taken back or whose photos are missing, and nothing that comes after such a thing on the same entity. */
async function sendable(db: TabletDb, operations: readonly StoredOperation[], now: string): Promise<StoredOperation[]> {
  const absent = new Set(await db.blobs.where('state').equals('waiting').primaryKeys())
  const held = new Set<string>()
  const free = operations.filter((operation) => {
    if (isHeld(operation, now) || operation.needs.some((id) => absent.has(id))) held.add(operation.entityId)
    return !held.has(operation.entityId)
  })
  return free.slice(0, MAX_OPERATIONS)
}

async function settle(db: TabletDb, answers: readonly Answer[], at: string): Promise<number> {
  const final = answers.filter((answer) => isFinal(answer.outcome))
  await db.transaction('rw', [db.operations, db.blobs], async () => {
    for (const answer of final) {
      const asks = answer.outcome === 'needs-review' || answer.outcome === 'rejected'
      await db.operations.where('opId').equals(answer.opId).modify({ state: asks ? 'asks' : 'done', answer, answeredAt: at })
      // The server has the photos of what it took in: they need no room here any more.
      if (!asks) await db.blobs.bulkDelete([...((await db.operations.get(answer.opId))?.needs ?? [])])
    }
  })
  return final.length
}

const firstRelease = (operations: readonly StoredOperation[], now: string): string | null =>
  operations.reduce<string | null>((first, { heldUntil }) => (heldUntil !== null && heldUntil > now && (first === null || heldUntil < first) ? heldUntil : first), null)

/**
 * sendRound sends what waits, once, in the order in which it was done: first whatever needs no photo that is still here, and photos only when nothing
 * else is left. It throws what the door throws; whatever happens in between, everything stays in the outbox until the server has answered for it.
 */
export async function sendRound(db: TabletDb, door: Door, now: () => Date = () => new Date()): Promise<Sent> {
  let waiting = await db.operations.where('state').equals('waiting').sortBy('seq')
  const startedAt = now().toISOString()
  const heldUntil = firstRelease(waiting, startedAt)
  let going = await sendable(db, waiting, startedAt)
  if (going.length === 0) {
    await uploadNeeded(db, door, waiting.filter((operation) => !isHeld(operation, startedAt)), startedAt)
    waiting = await db.operations.where('state').equals('waiting').sortBy('seq')
    going = await sendable(db, waiting, startedAt)
  }
  const [oldest] = waiting
  if (!oldest || going.length === 0) return { settled: 0, wipe: false, more: false, heldUntil }
  const { wipe, answers } = await door.push({ sentAt: now().toISOString(), waiting: waiting.length, oldestAt: oldest.at, operations: going.map(wireOf) })
  const settled = await settle(db, answers, now().toISOString())
  return { settled, wipe, more: settled > 0 && waiting.length > settled, heldUntil }
}
