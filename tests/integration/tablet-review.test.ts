import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { outboxCounts } from '#app/_lib/tablet/outbox/counts.ts'
import { record } from '#app/_lib/tablet/outbox/record.ts'
import { isAsked, openClashes } from '#app/_lib/tablet/review/clashes.ts'
import { keepMine, seenReview, takeTheirs } from '#app/_lib/tablet/review/decide.ts'
import { openTabletDb, type TabletDb } from '#app/_lib/tablet/store/db.ts'
import { writeMeta } from '#app/_lib/tablet/store/meta.ts'

let db: TabletDb
let names = 0
beforeEach(() => { db = openTabletDb(`review-${(names += 1)}`) })

const by = { changedBy: { id: 'x', name: 'Anna' }, changedAt: '2026-11-26T08:00:00.000Z' }

/** An edit that came back because others had changed some of its fields. */
async function clashed(fields: Readonly<Record<string, readonly [mine: string, theirs: string]>>, personId = 'p'): Promise<string> {
  const clashes = Object.entries(fields).map(([field, [mine, theirs]]) => ({ field, from: 'old', mine, theirs, ...by }))
  const { opId } = await record(db, { personId, entityId: 'a', baseVersion: 1, kind: 'order.command', payload: {} })
  await db.operations.update(opId, { state: 'asks', answer: { opId, outcome: 'needs-review', reason: null, result: { version: 4, review: { kind: 'clash', clashes } } } })
  return opId
}
const asking = () => db.operations.where('state').equals('asks').toArray()
const clashesNow = async () => openClashes(await asking()).map((clash) => [clash.field, clash.mine, clash.theirs])
const sent = async () => (await db.operations.where('state').equals('waiting').toArray()).map((operation) => operation.payload)
const first = async () => {
  const [clash] = openClashes(await asking())
  if (!clash) throw new Error('nothing asks')
  return clash
}

describe('a field that two people changed', () => {
  test('asks until each field is decided; keeping one’s own is a new edit from the other’s value', async () => {
    await clashed({ title: ['Belt slips', 'Belt torn'], description: ['at noon', 'at night'] })
    expect(await clashesNow()).toEqual([['title', 'Belt slips', 'Belt torn'], ['description', 'at noon', 'at night']])
    await keepMine(db, await first())
    expect(await clashesNow()).toEqual([['description', 'at noon', 'at night']])
    expect(await sent()).toEqual([{ name: 'edit', fields: { changes: { title: { from: 'Belt torn', to: 'Belt slips' } } } }])
    await takeTheirs(db, await first())
    expect(await outboxCounts(db)).toMatchObject({ asks: 0, waiting: 1 })
    expect(await db.operations.count()).toBe(2)
  })

  test('that one person changed twice asks once, about what he wrote last', async () => {
    const early = await clashed({ title: ['Belt slips', 'Belt torn'] })
    await clashed({ title: ['Belt slips at the drive', 'Belt torn'] })
    expect(await clashesNow()).toEqual([['title', 'Belt slips at the drive', 'Belt torn']])
    const operations = await asking()
    expect(operations.map((operation) => isAsked(operation, operations))).toEqual(operations.map(({ opId }) => opId !== early))
    await takeTheirs(db, await first())
    expect(await asking()).toEqual([])
  })

  test('asks only whoever wrote it', async () => {
    await clashed({ title: ['Belt slips', 'Belt torn'] }, 'somebody')
    await writeMeta(db, 'current-person', 'p')
    expect(await outboxCounts(db)).toMatchObject({ asks: 0 })
    await writeMeta(db, 'current-person', 'somebody')
    expect(await outboxCounts(db)).toMatchObject({ asks: 1 })
  })

  test('what was read is off the list, and stays in the outbox', async () => {
    const opId = await clashed({ title: ['a', 'b'] })
    await seenReview(db, opId)
    expect([await asking(), (await db.operations.get(opId))?.state]).toEqual([[], 'done'])
  })
})
