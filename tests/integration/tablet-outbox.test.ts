import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer } from '#server/core/sync/answer.ts'
import { openTabletDb, type StoredBlob, type TabletDb } from '#app/_lib/tablet/store/db.ts'
import type { Push, PushAnswer } from '#app/_lib/tablet/outbox/deps.ts'
import { outboxCounts } from '#app/_lib/tablet/outbox/counts.ts'
import { record } from '#app/_lib/tablet/outbox/record.ts'
import { sendRound } from '#app/_lib/tablet/outbox/send.ts'

interface Wire { readonly opId: string; readonly seq: number; readonly entity: { readonly id: string }; readonly needs: readonly string[]; readonly payload: unknown }

/** PlantServer does what the real one does: each operation once, remembered; nothing of an entity before what was done earlier on it; nothing before its photos. */
class PlantServer {
  readonly done = new Map<string, unknown[]>()
  readonly files = new Map<string, number>()
  private readonly remembered = new Map<string, Answer>()

  push(body: Push): PushAnswer {
    const held = new Set<string>()
    const answers = (body.operations as Wire[]).toSorted((a, b) => a.seq - b.seq).map((operation): Answer => {
      const before = this.remembered.get(operation.opId)
      if (before) return before
      const missing = operation.needs.some((id) => !this.files.has(id))
      if (missing) held.add(operation.entity.id)
      if (held.has(operation.entity.id)) return { opId: operation.opId, outcome: 'waiting', reason: null, result: null }
      const list = this.done.get(operation.entity.id) ?? []
      this.done.set(operation.entity.id, [...list, operation.payload])
      const answer: Answer = { opId: operation.opId, outcome: 'applied', reason: null, result: { version: list.length + 1 } }
      this.remembered.set(operation.opId, answer)
      return answer
    })
    return { wipe: false, answers }
  }

  upload(id: string): void {
    this.files.set(id, (this.files.get(id) ?? 0) + 1)
  }
}

const FAULTS = ['none', 'request-lost', 'answer-lost', 'sent-twice', 'upload-lost', 'upload-answer-lost', 'killed'] as const
type Fault = (typeof FAULTS)[number]

let names = 0
const blob = (id: string): StoredBlob =>
  ({ id, personId: 'p', sha256: id, kind: 'photo', name: id, mediaType: 'image/jpeg', size: 1, takenAt: '2026-11-26T08:00:00Z', bytes: new Blob(['x']), state: 'waiting' })

/** doorWith is a way to the server on which one thing goes wrong. */
function doorWith(server: PlantServer, fault: Fault) {
  const lose = (): never => { throw new Error('the network is gone') }
  return {
    push: (body: Push): Promise<PushAnswer> => Promise.resolve().then(() => {
      if (fault === 'request-lost') lose()
      const answer = server.push(structuredClone(body))
      if (fault === 'sent-twice') server.push(structuredClone(body))
      if (fault === 'answer-lost' || fault === 'killed') lose()
      return answer
    }),
    upload: (one: StoredBlob): Promise<void> => Promise.resolve().then(() => {
      if (fault === 'upload-lost') lose()
      server.upload(one.id)
      if (fault === 'upload-answer-lost') lose()
    }),
  }
}

type Step = { readonly do: 'record'; readonly entity: number; readonly photo: boolean } | { readonly do: 'send'; readonly fault: Fault }

const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('record' as const), entity: fc.integer({ min: 0, max: 2 }), photo: fc.boolean() }),
    fc.record({ do: fc.constant('send' as const), fault: fc.constantFrom(...FAULTS) }),
  ),
  { minLength: 1, maxLength: 14 },
)

/** play runs the steps; a killed browser opens its store again. Gives what was done, by entity, in order. */
async function play(db: TabletDb, server: PlantServer, plan: readonly Step[]): Promise<{ db: TabletDb; expected: Map<string, unknown[]> }> {
  let open = db
  const expected = new Map<string, unknown[]>()
  let count = 0
  for (const step of plan) {
    if (step.do === 'record') {
      const entityId = `order-${step.entity}`
      const payload = { count: (count += 1) }
      await record(open, { personId: 'p', entityId, baseVersion: 1, kind: 'order.command', payload, ...(step.photo ? { blobs: [blob(`photo-${count}`)] } : {}) })
      expected.set(entityId, [...(expected.get(entityId) ?? []), payload])
      continue
    }
    await sendRound(open, doorWith(server, step.fault)).catch((error: unknown) => { expect(error).toBeInstanceOf(Error) })
    if (step.fault !== 'killed') continue
    open.close()
    open = openTabletDb(db.name)
  }
  return { db: open, expected }
}

test('whatever is lost, doubled or killed on the way, everything arrives once and in order (1,000 seeded runs)', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const server = new PlantServer()
      const { db, expected } = await play(openTabletDb(`outbox-${(names += 1)}`), server, plan)
      for (let tries = 0; (await outboxCounts(db)).waiting > 0 && tries < 20; tries += 1) await sendRound(db, doorWith(server, 'none'))
      expect(await outboxCounts(db)).toMatchObject({ waiting: 0, asks: 0 })
      expect(new Map([...server.done].toSorted())).toEqual(new Map([...expected].toSorted()))
      db.close()
    }),
    { numRuns: 1000, seed: 20_261_126 },
  )
}, 120_000)

test('a photo that the network does not carry holds back its own order, and no other', async () => {
  const db = openTabletDb('one-photo')
  const server = new PlantServer()
  await record(db, { personId: 'p', entityId: 'a', baseVersion: 1, kind: 'order.command', payload: 1, blobs: [blob('big')] })
  await record(db, { personId: 'p', entityId: 'a', baseVersion: 1, kind: 'order.command', payload: 2 })
  await record(db, { personId: 'p', entityId: 'b', baseVersion: 1, kind: 'order.command', payload: 3 })
  await sendRound(db, doorWith(server, 'upload-lost'))
  expect(server.done).toEqual(new Map([['b', [3]]]))
  await sendRound(db, doorWith(server, 'none'))
  expect(server.done.get('a')).toEqual([1, 2])
  expect([...server.files]).toEqual([['big', 1]])
})

test('what is refused stays and asks', async () => {
  const db = openTabletDb('refused')
  const { opId } = await record(db, { personId: 'p', entityId: 'a', baseVersion: 1, kind: 'order.command', payload: 1 })
  const reason = { code: 'illegal-transition', message: 'It is closed.' }
  await sendRound(db, { push: () => Promise.resolve({ wipe: false, answers: [{ opId, outcome: 'rejected', reason, result: null }] }), upload: () => Promise.resolve() })
  expect(await outboxCounts(db)).toMatchObject({ waiting: 0, asks: 1 })
  expect((await db.operations.get(opId))?.answer?.reason).toEqual(reason)
})

test('work without photos goes before photos, and a photo takes no room once the server has what needed it', async () => {
  const db = openTabletDb('photos-last')
  const server = new PlantServer()
  const told: string[] = []
  const door = doorWith(server, 'none')
  const watched = {
    push: (body: Push) => { told.push('push'); return door.push(body) },
    upload: (one: StoredBlob) => { told.push('upload'); return door.upload(one) },
  }
  await record(db, { personId: 'p', entityId: 'a', baseVersion: 1, kind: 'order.command', payload: 1, blobs: [blob('picture')] })
  await record(db, { personId: 'p', entityId: 'b', baseVersion: 1, kind: 'order.command', payload: 2 })
  while ((await sendRound(db, watched)).more) expect(await db.blobs.count()).toBe(1)
  expect(told).toEqual(['push', 'upload', 'push'])
  expect([await db.blobs.count(), server.done.get('a'), server.done.get('b')]).toEqual([0, [1], [2]])
})
