import { beforeEach, describe, expect, test } from 'vitest'
import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { fileOrder } from '#server/flows/file-order.ts'
import { readOverview } from '#server/flows/read-overview.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { decideBaseline } from '#server/modules/condition/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { laneHelpers } from './support/lane-helpers.ts'

const database = useTestDatabase()
const { forget, incidents, rows, take } = laneHelpers(database)
const UNUSUAL: RuleDefinitionInput = {
  kind: 'threshold', points: ['temp'], measure: { kind: 'deviation', learnMs: 20_000, minSpread: 1 }, direction: 'above', limit: 6, clear: 3, priority: 3, failureMode: 'OHE',
}
const RUN = 30
const BEGIN = Date.now() - 3_600_000

let plant: Plant
let personId: string
let seconds: number
const machine = (): string => plant.assetIds[0] ?? ''
const person = (role: Role = 'reliability-engineer', siteId: string | null = null): PersonActor => ({ type: 'person', orgId: plant.orgId, personId, name: 'Ada', grants: [{ role, siteId }] })
const at = (second: number): Date => new Date(BEGIN + second * 1000)

/** Runs the machine at a value for half a minute of event time. */
async function run(value: number, length = RUN): Promise<void> {
  await take(plant, { readings: rows(plant, Array.from({ length }, (_one, i) => value + (i % 2) * 0.1), BEGIN + seconds * 1000) })
  seconds += length
}

/** Closes an order with an activity, finished at the present of the event time. */
async function repair(activityCode: string): Promise<{ id: string; opId: string }> {
  const { id } = await fileOrder(person('admin'), { source: 'manual', kind: 'corrective', assetId: machine(), title: 'Hot', priority: 3, idempotencyKey: newId() })
  await runOrderCommand(person('admin'), { id, opId: newId(), version: 1, command: { name: 'start', payload: {} } })
  const opId = newId()
  await close(id, opId, activityCode)
  return { id, opId }
}

const close = (id: string, opId: string, activityCode: string) => runOrderCommand(person('admin'), {
  id, opId, version: 2, command: { name: 'close', payload: { effect: 'averted', itemCode: 'PUMP', modeCode: 'OHE', activityCode, workStartedAt: at(seconds), workFinishedAt: at(seconds) } },
})

const restarts = () => database.query<{ reason: string; at: Date }>('SELECT reason, at FROM baseline_reset WHERE org_id = $1 ORDER BY at, created_at', [plant.orgId])
const questions = async (role: Role = 'reliability-engineer', siteId: string | null = null) =>
  (await readOverview(person(role, siteId))).situations.filter((one) => one.kind === 'baseline')
const standing = async (): Promise<number> => (await incidents(plant)).filter((one) => one.state === 'open').length
/** Reads what was learnt into the database, as happens every ten seconds, and builds the lane anew from it. */
const again = async (value: number): Promise<void> => {
  await forget(plant)
  await run(value, 2)
}

/** Makes a machine that never ran, with a rule in force that learns. */
async function neverRun(): Promise<void> {
  plant = await makePlant({ rules: [UNUSUAL] })
  personId = newId()
  seconds = 0
  await database.query('INSERT INTO person (org_id, id, name, email) VALUES ($1, $2, $3, $4)', [plant.orgId, personId, 'Ada', `${personId}@example.com`])
  await database.query('INSERT INTO role_grant (org_id, id, person_id, role) VALUES ($1, $2, $3, $4)', [plant.orgId, newId(), personId, 'admin'])
  await database.query(`UPDATE failure_mode SET activities = '{replace,adjust,lubricate,clean}' WHERE org_id = $1`, [plant.orgId])
  await database.query('INSERT INTO maintainable_item (org_id, id, class_id, code, name) VALUES ($1, $2, $3, $4, $5)', [plant.orgId, newId(), plant.classId, 'PUMP', 'Pump'])
}

beforeEach(async () => {
  await neverRun()
  await run(50)
})

describe('an order that is closed', () => {
  test.each([['replace', 1], ['lubricate', 1], ['adjust', 1], ['clean', 0]])('with "%s" begins learning anew %i times, at the end of the work, in its transaction', async (activity, count) => {
    const finished = at(seconds)
    const { id, opId } = await repair(activity)
    expect(await restarts()).toEqual(Array.from({ length: count }, () => ({ reason: activity, at: finished })))
    await close(id, opId, activity)
    expect(await restarts()).toHaveLength(count)
  })

  test('is entered after the fact: learning begins anew at the end of the work, once', async () => {
    const time = at(seconds)
    const entry = { source: 'manual' as const, kind: 'corrective' as const, assetId: machine(), title: 'Was hot', priority: 3 as const, idempotencyKey: newId() }
    const done = { effect: 'averted' as const, itemCode: 'PUMP', modeCode: 'OHE', activityCode: 'replace', workStartedAt: time, workFinishedAt: time }
    await fileOrder(person('admin'), { ...entry, done })
    await fileOrder(person('admin'), { ...entry, done })
    expect(await restarts()).toEqual([{ reason: 'replace', at: time }])
  })

  test('restarts nothing at a machine of which no rule learns', async () => {
    await database.query(`UPDATE rule SET status = 'retired' WHERE org_id = $1`, [plant.orgId])
    await repair('replace')
    expect(await restarts()).toEqual([])
  })
})

describe('what is learnt after a repair', () => {
  test('is judged by without a question where it is no worse than before', async () => {
    await repair('replace')
    await run(49)
    await again(49)
    expect(await questions()).toEqual([])
    await run(60, 3)
    expect(await standing()).toBe(1)
  })

  test('asks a person where it is worse, and the old baseline goes on judging until then: a bad repair does not become normal', async () => {
    await repair('replace')
    await run(70)
    expect(await standing()).toBe(0)
    await again(70)
    await run(70, 3)
    expect(await questions()).toMatchObject([{ settled: true, assetTag: 'M-0', baseline: { finding: 'worse', activity: 'replace', item: 'Pump', order: expect.stringMatching(/^WO-/) as string }, value: { unit: 'Cel' } }])
    expect(await standing()).toBe(1)
  })

  test('judges once a person has accepted it', async () => {
    await repair('replace')
    await run(70)
    await again(70)
    const [asked] = await questions()
    const decide = () => decideBaseline(person(), { id: asked?.id ?? '', accept: true, reason: 'a stronger pump runs hotter' })
    expect([await decide(), await decide()]).toEqual([{ verdict: 'accepted' }, { verdict: 'accepted' }])
    expect(await questions()).toEqual([])
    await run(70, 5)
    expect(await standing()).toBe(0)
    await run(80, 3)
    expect(await standing()).toBe(1)
    await expect(decideBaseline(person(), { id: asked?.id ?? '', accept: false, reason: 'no' })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('is left aside when a person keeps the old baseline, also after a restart', async () => {
    await repair('replace')
    await run(70)
    await again(70)
    const [asked] = await questions()
    await decideBaseline(person(), { id: asked?.id ?? '', accept: false, reason: 'the pump is wrong' })
    await run(50, 5)
    expect(await standing()).toBe(0)
    await again(50)
    await run(70, 3)
    expect([await standing(), await questions()]).toEqual([1, []])
  })

  test('asks whoever may publish rules at the machine\'s site, and nobody else', async () => {
    await repair('replace')
    await run(70)
    await again(70)
    expect(await Promise.all([questions('technician'), questions('reliability-engineer', newId()), questions('reliability-engineer', plant.siteId)]).then((lists) => lists.map((list) => list.length))).toEqual([0, 0, 1])
    const id = (await questions())[0]?.id ?? ''
    await expect(decideBaseline(person('technician'), { id, accept: true, reason: 'yes' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(decideBaseline(person('reliability-engineer', newId()), { id, accept: true, reason: 'yes' })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is compared with what was known before two repairs when the second came too soon', async () => {
    await repair('lubricate')
    await run(70, 5)
    await repair('replace')
    await run(70)
    await again(70)
    expect(await questions()).toMatchObject([{ baseline: { activity: 'replace', finding: 'worse' } }])
  })

  test('is asked no more once the machine was worked on again', async () => {
    await repair('replace')
    await run(70)
    await again(70)
    const id = (await questions())[0]?.id ?? ''
    await repair('adjust')
    expect(await questions()).toEqual([])
    await expect(decideBaseline(person(), { id, accept: true, reason: 'yes' })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('without an older baseline it is asked where it lies outside zone B, and refusing it begins learning anew', async () => {
    await neverRun()
    await database.query(`UPDATE point SET quantity = 'vibration-velocity', unit = 'mm/s', band_low_hz = 10, band_high_hz = 1000, sample_rate_hz = 2560 WHERE org_id = $1`, [plant.orgId])
    await database.query(`UPDATE asset SET nameplate = '{"power":"90 kW","speed":"1480","support":"rigid","machineType":"general"}' WHERE org_id = $1`, [plant.orgId])
    await run(3, 5)
    await repair('replace')
    await run(3)
    await again(3)
    const [asked] = await questions()
    expect(asked).toMatchObject({ baseline: { finding: 'outside-zone', was: null }, value: { unit: 'mm/s' } })
    expect(asked?.value?.value).toBeCloseTo(3.05, 1)
    await decideBaseline(person(), { id: asked?.id ?? '', accept: false, reason: 'still loose' })
    expect((await restarts()).map((one) => one.reason)).toEqual(['replace', 'learn-again'])
    expect(await questions()).toEqual([])
  })
})
