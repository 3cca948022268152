import { isFinal, MAX_OPERATIONS } from '#server/core/sync/outcome.ts'
import type { Answer } from '../types.ts'
import type { StoredOperation, TabletDb } from '../store/db.ts'
import type { Door } from './deps.ts'

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

/** uploadNeeded brings the photos and files of operations to the server; gives the ids of those that could not be brought. */
async function uploadNeeded(db: TabletDb, door: Door, operations: readonly StoredOperation[]): Promise<ReadonlySet<string>> {
  const absent = new Set<string>()
  for (const id of new Set(operations.flatMap((operation) => operation.needs))) {
    const blob = await db.blobs.get(id)
    if (!blob || blob.state === 'arrived') continue
    try {
      await door.upload(blob, async (uploadUrl) => { await db.blobs.update(id, { uploadUrl }) })
      await db.blobs.update(id, { state: 'arrived' })
    } catch {
      // Work without photos must not wait for a photo that the network does not carry.
      absent.add(id)
    }
  }
  return absent
}

const isHeld = ({ heldUntil }: StoredOperation, now: string): boolean => heldUntil !== null && heldUntil > now

/** sendable picks, in order, what may go now: nothing that can still be taken back or whose photos are missing, and nothing that comes after such a thing on the same entity. */
function sendable(operations: readonly StoredOperation[], absent: ReadonlySet<string>, now: string): StoredOperation[] {
  const held = new Set<string>()
  return operations.filter((operation) => {
    if (isHeld(operation, now) || operation.needs.some((id) => absent.has(id))) held.add(operation.entityId)
    return !held.has(operation.entityId)
  })
}

async function settle(db: TabletDb, answers: readonly Answer[], at: string): Promise<number> {
  const final = answers.filter((answer) => isFinal(answer.outcome))
  await db.transaction('rw', db.operations, async () => {
    for (const answer of final) {
      const asks = answer.outcome === 'needs-review' || answer.outcome === 'rejected'
      await db.operations.where('opId').equals(answer.opId).modify({ state: asks ? 'asks' : 'done', answer, answeredAt: at })
    }
  })
  return final.length
}

/**
 * sendRound sends what waits, once: photos first, then the operations in the order in which they were done. It throws what the door throws; whatever
 * happens in between, everything stays in the outbox until the server has answered for it.
 */
export async function sendRound(db: TabletDb, door: Door, now: () => Date = () => new Date()): Promise<Sent> {
  const waiting = await db.operations.where('state').equals('waiting').sortBy('seq')
  const next = waiting.slice(0, MAX_OPERATIONS)
  const [oldest] = next
  if (!oldest) return { settled: 0, wipe: false, more: false, heldUntil: null }
  const startedAt = now().toISOString()
  const absent = await uploadNeeded(db, door, next.filter((operation) => !isHeld(operation, startedAt)))
  const going = sendable(next, absent, startedAt)
  const heldUntil = next.reduce<string | null>((first, operation) => (isHeld(operation, startedAt) && (first === null || (operation.heldUntil ?? '') < first) ? operation.heldUntil : first), null)
  if (going.length === 0 && absent.size === 0) return { settled: 0, wipe: false, more: false, heldUntil }
  if (going.length === 0) throw new Error('the photos that the next operations need could not be uploaded')
  const { wipe, answers } = await door.push({ sentAt: now().toISOString(), waiting: waiting.length, oldestAt: oldest.at, operations: going.map(wireOf) })
  const settled = await settle(db, answers, now().toISOString())
  return { settled, wipe, more: settled > 0 && waiting.length > next.length, heldUntil }
}
