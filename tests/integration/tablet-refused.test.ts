import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Push, PushAnswer } from '#app/_lib/tablet/outbox/deps.ts'
import { outboxCounts } from '#app/_lib/tablet/outbox/counts.ts'
import { record } from '#app/_lib/tablet/outbox/record.ts'
import { isFileRefused, takeOut, tryAgain, UploadRefused } from '#app/_lib/tablet/outbox/refused.ts'
import { sendRound } from '#app/_lib/tablet/outbox/send.ts'
import { openTabletDb, type StoredBlob, type TabletDb } from '#app/_lib/tablet/store/db.ts'

interface Wire { readonly opId: string; readonly entity: { readonly id: string }; readonly needs: readonly string[]; readonly payload: unknown }

/** Plant is a server that takes each operation once, and says of some files that it never takes them. */
class Plant {
  readonly done = new Map<string, Wire>()
  readonly files: string[] = []
  refuses: (id: string) => boolean = () => false

  readonly door = {
    push: (body: Push): Promise<PushAnswer> => Promise.resolve({
      wipe: false,
      answers: (body.operations as Wire[]).map((operation) => {
        this.done.set(operation.opId, operation)
        return { opId: operation.opId, outcome: 'applied' as const, reason: null, result: { version: this.done.size } }
      }),
    }),
    upload: (one: StoredBlob): Promise<void> => {
      if (this.refuses(one.id)) return Promise.reject(new UploadRefused('A file may have at most 50 MB; this one has 60 MB.', null))
      this.files.push(one.id)
      return Promise.resolve()
    },
  }
}

const blob = (id: string): StoredBlob =>
  ({ id, personId: 'p', sha256: id, kind: 'file', name: `${id}.pdf`, mediaType: 'application/pdf', size: 1, takenAt: '2026-11-26T08:00:00Z', bytes: new Blob(['x']), state: 'waiting' })
const put = (db: TabletDb, entityId: string, name: string, fields: object, files: readonly string[] = []) =>
  record(db, { personId: 'p', entityId, baseVersion: 1, kind: 'order.command', payload: { name, fields: files.length > 0 && name !== 'attach' ? { ...fields, attachmentIds: files } : fields }, blobs: files.map(blob) })
const sendAll = async (db: TabletDb, plant: Plant): Promise<void> => {
  for (let round = 0; round < 30 && (await outboxCounts(db)).waiting > 0; round += 1) await sendRound(db, plant.door)
}
const asking = async (db: TabletDb) => (await db.operations.toArray()).filter(isFileRefused)

test('what needs a refused file asks with the server\'s words, and what comes after it on the same order goes on', async () => {
  const db = openTabletDb('refused-one')
  const plant = new Plant()
  plant.refuses = (id) => id === 'big'
  const { opId } = await put(db, 'a', 'attach', { attachmentId: 'big' }, ['big'])
  await put(db, 'a', 'comment', { text: 'after' })
  await put(db, 'a', 'close', {})
  await sendAll(db, plant)
  expect(await outboxCounts(db)).toMatchObject({ waiting: 0, asks: 1 })
  expect([...plant.done.values()].map(({ payload }) => (payload as { name: string }).name)).toEqual(['comment', 'close'])
  const [asks] = await asking(db)
  expect([asks?.opId, asks?.answer?.reason]).toEqual([opId, { code: 'file-refused', message: 'A file may have at most 50 MB; this one has 60 MB.', facts: { name: 'big.pdf', text: null } }])
})

test('tried again, it is sent as soon as the server takes the file; until then it asks again', async () => {
  const db = openTabletDb('refused-again')
  const plant = new Plant()
  plant.refuses = () => true
  const { opId } = await put(db, 'a', 'attach', { attachmentId: 'big' }, ['big'])
  await sendAll(db, plant)
  await tryAgain(db, opId)
  await sendAll(db, plant)
  expect(await asking(db)).toHaveLength(1)
  plant.refuses = () => false
  await tryAgain(db, opId)
  await sendAll(db, plant)
  expect([await outboxCounts(db), plant.files, [...plant.done.keys()], await db.blobs.count()]).toEqual([{ waiting: 0, oldestAt: null, asks: 0 }, ['big'], [opId], 0])
})

test.each([
  ['a file alone goes with it', 'attach', { attachmentId: 'big' }, null],
  ['an answer that was only photos goes with them', 'answerTask', { taskId: 't' }, null],
  ['an answer with a value stays', 'answerTask', { taskId: 't', answer: 'R. Weber' }, { taskId: 't', answer: 'R. Weber' }],
  ['a comment stays', 'comment', { text: 'look' }, { text: 'look' }],
])('taken out: %s', async (title, name, fields, sent) => {
  const db = openTabletDb(`refused-out-${title}`)
  const plant = new Plant()
  plant.refuses = () => true
  const { opId } = await put(db, 'a', name, fields, ['big'])
  await sendAll(db, plant)
  await takeOut(db, opId)
  await sendAll(db, plant)
  expect([await outboxCounts(db), await db.blobs.count()]).toEqual([{ waiting: 0, oldestAt: null, asks: 0 }, 0])
  expect([...plant.done.values()].map(({ payload, needs }) => [payload, needs])).toEqual(sent === null ? [] : [[{ name, fields: sent }, []]])
})

test('of two files of one comment only the refused one is left out', async () => {
  const db = openTabletDb('refused-of-two')
  const plant = new Plant()
  plant.refuses = (id) => id === 'big'
  const { opId } = await put(db, 'a', 'comment', { text: 'look' }, ['small', 'big'])
  await sendAll(db, plant)
  await takeOut(db, opId)
  await sendAll(db, plant)
  expect([...plant.done.values()].map(({ payload, needs }) => [payload, needs])).toEqual([[{ name: 'comment', fields: { text: 'look', attachmentIds: ['small'] } }, ['small']]])
})

const steps = fc.array(fc.record({ entity: fc.integer({ min: 0, max: 2 }), file: fc.constantFrom('none', 'good', 'refused'), send: fc.boolean(), decide: fc.constantFrom('nothing', 'again', 'out') }), { minLength: 1, maxLength: 12 })

let names = 0
test('whichever files are refused and whatever is decided, nothing waits for ever, everything else arrives once and each order keeps its sequence (1,000 seeded runs)', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const db = openTabletDb(`refused-run-${(names += 1)}`)
      const plant = new Plant()
      plant.refuses = (id) => id.startsWith('refused')
      const free = new Map<string, string[]>()
      for (const [at, { entity, file, send, decide }] of plan.entries()) {
        const entityId = `order-${entity}`
        const { opId } = await put(db, entityId, file === 'none' ? 'comment' : 'attach', file === 'none' ? { text: `${at}` } : { attachmentId: `${file}-${at}` }, file === 'none' ? [] : [`${file}-${at}`])
        if (file !== 'refused') free.set(entityId, [...(free.get(entityId) ?? []), opId])
        if (send) await sendRound(db, plant.door)
        for (const asks of decide === 'nothing' ? [] : await asking(db)) await (decide === 'again' ? tryAgain(db, asks.opId) : takeOut(db, asks.opId))
      }
      await sendAll(db, plant)
      expect((await outboxCounts(db)).waiting).toBe(0)
      const arrived = Map.groupBy(plant.done.values(), (operation) => operation.entity.id)
      expect(new Map([...arrived].map(([id, list]) => [id, list.map(({ opId }) => opId)]).toSorted() as [string, string[]][])).toEqual(new Map([...free].toSorted()))
      for (const asks of await asking(db)) await takeOut(db, asks.opId)
      expect([await outboxCounts(db), await db.blobs.count()]).toEqual([{ waiting: 0, oldestAt: null, asks: 0 }, 0])
      await db.delete()
    }),
    { numRuns: 1000, seed: 20_261_127 },
  )
}, 240_000)
