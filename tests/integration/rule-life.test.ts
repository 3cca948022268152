import { beforeEach, describe, expect, test } from 'vitest'
import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { demoteRule } from '#server/flows/demote-rule.ts'
import { endShadow, getRule, listRules, promoteShadow, publishRule, retireRule, ruleLife, saveDraft, startShadow } from '#server/modules/condition/index.ts'
import { judgeFiring, rulePrecision, shadowReport } from '#server/modules/verdicts/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { laneHelpers } from './support/lane-helpers.ts'

const database = useTestDatabase()
const { deliver, incidents, rows, take } = laneHelpers(database)

const HOT: RuleDefinitionInput = { kind: 'threshold', points: ['temp'], direction: 'above', limit: 80, clear: 70, priority: 2, failureMode: 'OHE' }
const T0 = Math.floor(Date.now() / 1000) * 1000 - 600_000
const S = 1000
const QUIET = { kind: 'quiet', days: 14, maxPerMonth: null } as const

let plant: Plant
let ruleId = ''
const people = new Map<Role, string>()
const person = (role: Role = 'reliability-engineer', siteId: string | null = null): PersonActor => ({
  type: 'person', orgId: plant.orgId, personId: people.get(role) ?? '', name: role, grants: [{ role, siteId }],
})
const engineer = () => person()
const stand = async () => {
  const { status, version, state, shadowVersion } = await getRule(engineer(), ruleId)
  return { status, version, state, shadowVersion }
}
const turns = async () => (await ruleLife(engineer(), ruleId)).life.map(({ type, version, by, reason }) => [type, version, by, reason])

beforeEach(async () => {
  plant = await makePlant({ machines: 2, rules: [HOT] })
  ruleId = plant.ruleIds[0] ?? ''
  for (const role of ['reliability-engineer', 'technician'] as const) {
    const id = newId()
    people.set(role, id)
    await database.query('INSERT INTO person (org_id, id, name) VALUES ($1, $2, $3)', [plant.orgId, id, role === 'technician' ? 'Tess' : 'Ed'])
  }
})

describe('a version', () => {
  test('tells who wrote and published it, when and why', async () => {
    await saveDraft(engineer(), { id: ruleId, definition: { ...HOT, limit: 85 } })
    await publishRule(engineer(), { id: ruleId, note: 'Four false calls in May.' })
    const { versions } = await ruleLife(engineer(), ruleId)
    expect(versions[0]).toMatchObject({ version: 2, createdBy: 'Ed', publishedBy: 'Ed', note: 'Four false calls in May.', isLive: true, isWatched: false, definition: { limit: 85 } })
    expect(versions[1]).toMatchObject({ version: 1, isLive: false })
    expect(await turns()).toEqual([['published', 2, 'Ed', 'Four false calls in May.']])
  })

  test('that is published again after it was retired keeps its first note and time; the turns tell the rest', async () => {
    const before = await ruleLife(engineer(), ruleId)
    await retireRule(engineer(), { id: ruleId, reason: 'The machine is gone.' })
    await publishRule(engineer(), { id: ruleId, note: 'It came back.' })
    expect((await ruleLife(engineer(), ruleId)).versions).toEqual(before.versions.map((version) => ({ ...version, publishedBy: 'Ed' })))
    expect(await turns()).toEqual([['published', 1, 'Ed', 'It came back.'], ['retired', 1, 'Ed', 'The machine is gone.']])
  })

  test('cannot be changed by the role that serves people once it is published, nor can its turns', async () => {
    await retireRule(engineer(), { id: ruleId })
    await expect(database.query(`SET ROLE mw_app; UPDATE rule_event SET reason = 'x'`)).rejects.toThrow(/permission denied/)
    await expect(database.query('SET ROLE mw_app; DELETE FROM rule_event')).rejects.toThrow(/permission denied/)
  })
})

describe('a shadow', () => {
  const start = async (limit = 90, criteria: Parameters<typeof startShadow>[1]['criteria'] = QUIET) => {
    const { version } = await saveDraft(engineer(), { id: ruleId, definition: { ...HOT, limit, clear: limit - 10 } })
    await startShadow(engineer(), { id: ruleId, version, reason: 'Is a higher limit enough?', criteria })
    return version
  }

  test('of a draft is watched beside the version in force, and what is watched does not change', async () => {
    expect(await start()).toBe(2)
    expect(await stand()).toEqual({ status: 'published', version: 1, state: 'live', shadowVersion: 2 })
    expect(await saveDraft(engineer(), { id: ruleId, definition: { ...HOT, limit: 95 } })).toEqual({ version: 3 })
    await endShadow(engineer(), { id: ruleId, reason: 'Enough seen.' })
    expect(await saveDraft(engineer(), { id: ruleId, definition: { ...HOT, limit: 96 } })).toEqual({ version: 3 })
    expect(await stand()).toEqual({ status: 'published', version: 1, state: 'live', shadowVersion: null })
    expect(await turns()).toEqual([['shadow-ended', 2, 'Ed', 'Enough seen.'], ['shadow-started', 2, 'Ed', 'Is a higher limit enough?']])
  })

  test('even the newest version that was watched once stays as it was', async () => {
    await start()
    await endShadow(engineer(), { id: ruleId, reason: 'Enough seen.' })
    expect(await saveDraft(engineer(), { id: ruleId, definition: HOT })).toEqual({ version: 3 })
    expect((await ruleLife(engineer(), ruleId)).versions.map(({ definition }) => (definition as { limit: number }).limit)).toEqual([80, 90, 80])
  })

  test('tells which firings both versions have and which only one', async () => {
    await start()
    await take(plant, { readings: [...rows(plant, [20, 95, 20, 85, 20, 20], T0), ...rows(plant, [20, 20, 20, 99, 99], T0, 1)] })
    const report = await shadowReport(engineer(), ruleId)
    expect(report).toMatchObject({
      version: 2, liveVersion: 1, startedBy: 'Ed', reason: 'Is a higher limit enough?', criteria: QUIET, agreement: { both: 2, onlyShadow: 0, onlyLive: 1 },
      count: { firings: 2, unjudged: 2, precision: null }, machines: [{ tag: 'M-0', shadow: 1, live: 2, both: 1 }, { tag: 'M-1', shadow: 1, live: 1, both: 1 }],
    })
    expect(report?.firings.map(({ assetTag, from, to, peak, agrees }) => [assetTag, from - T0, to === null ? null : to - T0, peak, agrees])).toEqual([
      ['M-1', 3 * S, null, 99, true], ['M-0', S, 2 * S, 95, true],
    ])
    expect(report?.live.map(({ assetTag, from, to, agrees }) => [assetTag, from - T0, to === null ? null : to - T0, agrees])).toEqual([
      ['M-0', 3 * S, 4 * S, false], ['M-1', 3 * S, null, true], ['M-0', S, 2 * S, true],
    ])
  })

  test('is judged by people, and the answers count for its criteria', async () => {
    await start(90, { kind: 'precision', atLeast: 0.5, judged: 2 })
    await take(plant, { readings: [...rows(plant, [20, 95, 20], T0), ...rows(plant, [20, 99, 20], T0, 1)] })
    const ids = (await shadowReport(engineer(), ruleId))?.firings.map(({ id }) => id) ?? []
    await judgeFiring(person('technician'), { id: ids[0] ?? '', answer: 'right', note: ' Bearing was dry. ' })
    await judgeFiring(person('technician'), { id: ids[1] ?? '', answer: 'wrong' })
    const report = await shadowReport(engineer(), ruleId)
    expect(report?.firings[0]).toMatchObject({ answer: 'right', note: 'Bearing was dry.', saidBy: 'Tess' })
    expect(report).toMatchObject({ count: { right: 1, wrong: 1, precision: 0.5 }, conditions: [{ key: 'judged', met: true }, { key: 'precision', have: 0.5, met: true }] })
    await judgeFiring(person('technician'), { id: ids[1] ?? '', answer: null })
    expect(await shadowReport(engineer(), ruleId)).toMatchObject({ count: { unjudged: 1, precision: 1 }, conditions: [{ key: 'judged', have: 1, met: false }, { key: 'precision', met: true }] })
    await expect(judgeFiring(person('manager'), { id: ids[1] ?? '', answer: 'right' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(judgeFiring(person('technician', newId()), { id: ids[1] ?? '', answer: 'right' })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is promoted by a person with a reason, and raises from then on', async () => {
    await start()
    await take(plant, { readings: rows(plant, [20, 20], T0) })
    await expect(promoteShadow(engineer(), { id: ruleId, version: 1, reason: 'So be it.' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(promoteShadow(person('technician'), { id: ruleId, version: 2, reason: 'So be it.' })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await promoteShadow(engineer(), { id: ruleId, version: 2, reason: 'No false call in two weeks.' })).toEqual({ version: 2 })
    expect(await stand()).toEqual({ status: 'published', version: 2, state: 'live', shadowVersion: null })
    expect((await ruleLife(engineer(), ruleId)).versions[0]).toMatchObject({ version: 2, publishedBy: 'Ed', note: 'No false call in two weeks.' })
    await take(plant, { readings: rows(plant, [85, 95, 95], T0 + 2 * S) })
    expect((await incidents(plant)).map(({ opened }) => opened)).toEqual([T0 + 3 * S])
    expect(await shadowReport(engineer(), ruleId)).toBeNull()
  })

  test('is refused where it would say nothing new or two at once', async () => {
    await expect(startShadow(engineer(), { id: ruleId, version: 1, reason: 'x', criteria: QUIET })).rejects.toMatchObject({ code: 'conflict' })
    await expect(startShadow(engineer(), { id: ruleId, version: 9, reason: 'x', criteria: QUIET })).rejects.toMatchObject({ code: 'not-found' })
    await start()
    await expect(startShadow(engineer(), { id: ruleId, version: 2, reason: 'x', criteria: QUIET })).rejects.toMatchObject({ code: 'conflict' })
    await expect(demoteRule(engineer(), { id: ruleId, reason: 'x', criteria: QUIET })).rejects.toMatchObject({ code: 'conflict' })
    await expect(endShadow(person('technician'), { id: ruleId, reason: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('ends with the rule when that is retired, and may begin again as its only judging', async () => {
    await start()
    await retireRule(engineer(), { id: ruleId, reason: 'Too noisy.' })
    expect(await stand()).toMatchObject({ state: 'retired', shadowVersion: null })
    await startShadow(engineer(), { id: ruleId, version: 2, reason: 'Once more.', criteria: QUIET })
    expect(await stand()).toEqual({ status: 'draft', version: null, state: 'shadow', shadowVersion: 2 })
  })
})

describe('a rule that is demoted', () => {
  const demote = () => demoteRule(engineer(), { id: ruleId, reason: 'Fires on every start-up.', criteria: QUIET })

  test('raises nothing more: its incident ends, its order tells why, and it goes on counting', async () => {
    await take(plant, { readings: rows(plant, [20, 95, 95], T0) })
    await deliver(plant)
    expect(await demote()).toEqual({ version: 1 })
    expect(await stand()).toEqual({ status: 'draft', version: null, state: 'shadow', shadowVersion: 1 })
    await take(plant, { readings: [...rows(plant, [95, 95], T0 + 3 * S), ...rows(plant, [20, 99, 99], T0 + 3 * S, 1)] })
    expect((await incidents(plant)).map(({ state }) => state)).toEqual(['resolved'])
    const [event] = await database.query<{ type: string; data: object; actor_id: string }>(`SELECT type, data, actor_id FROM work_order_event WHERE org_id = $1 AND type = 'rule-demoted'`, [plant.orgId])
    expect(event).toMatchObject({ data: { reason: 'Fires on every start-up.', ruleVersion: 1 }, actor_id: people.get('reliability-engineer') })
    expect(await shadowReport(engineer(), ruleId)).toMatchObject({ version: 1, liveVersion: null, agreement: null, count: { firings: 2 } })
    expect(await turns()).toEqual([['shadow-started', 1, 'Ed', 'Fires on every start-up.'], ['demoted', 1, 'Ed', 'Fires on every start-up.']])
  })

  test('is promoted again, or retired when its shadow ends', async () => {
    await demote()
    await promoteShadow(engineer(), { id: ruleId, version: 1, reason: 'It was right.' })
    expect(await stand()).toEqual({ status: 'published', version: 1, state: 'live', shadowVersion: null })
    await demote()
    await endShadow(engineer(), { id: ruleId, reason: 'Nobody needs it.' })
    expect(await stand()).toEqual({ status: 'retired', version: 1, state: 'retired', shadowVersion: null })
    expect(await publishRule(engineer(), { id: ruleId, note: 'After all.' })).toEqual({ version: 1 })
  })

  test('counts no watched time while it is not in force', async () => {
    await database.query(`UPDATE rule_version SET published_at = now() - interval '10 days' WHERE rule_id = $1`, [ruleId])
    await database.query(`UPDATE asset SET created_at = now() - interval '20 days' WHERE org_id = $1`, [plant.orgId])
    await demote()
    await database.query(`UPDATE rule_event SET at = now() - interval '4 days' WHERE rule_id = $1`, [ruleId])
    const { total } = await rulePrecision(engineer(), { id: ruleId, days: 30 })
    expect(total.assetMonths).toBeCloseTo((2 * 6) / 30, 2)
  })

  test('is listed as watched', async () => {
    await demote()
    expect((await listRules(engineer())).map(({ name, state, version, shadowVersion, definition }) => [name, state, version, shadowVersion, definition?.limit])).toEqual([['Rule 0', 'shadow', null, 1, 80]])
  })
})
