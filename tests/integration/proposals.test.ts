import { beforeEach, describe, expect, test } from 'vitest'
import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { decideProposal } from '#server/flows/decide-proposal.ts'
import { proposeChanges } from '#server/flows/propose-changes/index.ts'
import { publishRule, ruleLife, saveDraft } from '#server/modules/condition/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { laneHelpers } from './support/lane-helpers.ts'

const database = useTestDatabase()
const { rows, take } = laneHelpers(database)

const HOT: RuleDefinitionInput = { kind: 'threshold', points: ['temp'], direction: 'above', limit: 80, forMs: 2000, priority: 2, failureMode: 'OHE' }
const T0 = Math.floor(Date.now() / 1000) * 1000 - 3_600_000
const QUIET = new Array<number>(20).fill(50)
const bump = (to: number, seconds: number): number[] => [...QUIET, ...new Array<number>(seconds).fill(to), ...QUIET]
// Three bumps to 85 to 90 for some seconds, and two faults that went to 120 for longer.
const COURSE = [...bump(85, 6), ...bump(120, 40), ...bump(88, 8), ...bump(110, 50), ...bump(90, 7)]

let plant: Plant
let ruleId = ''
let person: PersonActor

/** Gives every episode an order of its own with a verdict, as people would have closed them. */
async function judge(verdictOf: (peak: number) => string | null): Promise<void> {
  const incidents = await database.query<{ id: string; key: string; peak: number; opened_at: Date }>(
    'SELECT id, key, peak_value AS peak, opened_at FROM incident WHERE org_id = $1 ORDER BY opened_at', [plant.orgId])
  for (const [index, { id, key, peak, opened_at }] of incidents.entries()) {
    const verdict = verdictOf(peak)
    if (verdict === null) continue
    await database.query(
      `INSERT INTO work_order (org_id, id, no, site_id, asset_id, kind, source, status, priority, title, incident_key, incident_id, rule_id, rule_version_id, verdict, idempotency_key, created_at)
       SELECT org_id, $2, $3, site_id, asset_id, 'predictive', 'condition', 'closed', 3, 'Seeded', $4, id, rule_id, rule_version_id, $5, $7, $6 FROM incident WHERE id = $1`,
      [id, newId(), index + 1, key, verdict, opened_at, newId()])
  }
}

const found = (peak: number): string => (peak > 100 ? 'confirmed' : 'nothing-found')
const actor = (role: Role): PersonActor => ({ ...person, grants: [{ role, siteId: null }] })

beforeEach(async () => {
  plant = await makePlant({ rules: [HOT] })
  ruleId = plant.ruleIds[0] ?? ''
  person = { type: 'person', orgId: plant.orgId, personId: newId(), name: 'Ed', grants: [{ role: 'reliability-engineer', siteId: null }] }
  await database.query('INSERT INTO person (org_id, id, name) VALUES ($1, $2, $3)', [plant.orgId, person.personId, 'Ed'])
  await take(plant, { readings: rows(plant, COURSE, T0) })
})

describe('a proposal', () => {
  test('comes from verdicts, with what the engine counts over the recorded readings without it and with it', async () => {
    await judge(found)
    const report = await proposeChanges(person, ruleId)
    expect(report).toMatchObject({ version: 1, right: 2, falseCalls: 3, why: null, readings: COURSE.length, points: 1 })
    const limit = report.proposals.find(({ change }) => change.kind === 'limit')
    expect(limit).toMatchObject({
      change: { from: 80, to: 100 }, before: { right: 2, falseCalls: 3, firings: 5 }, after: { right: 2, falseCalls: 0, firings: 2, lost: [] }, avoidedOrders: [1, 3, 5],
    })
    expect(report.proposals.find(({ change }) => change.kind === 'delay')).toMatchObject({ after: { right: 2, falseCalls: 0 } })
  })

  test.each([
    ['too few verdicts', (peak: number) => (peak === 120 || peak === 85 ? found(peak) : null), 'too-few'],
    ['nothing was ever confirmed', () => 'nothing-found', 'nothing-confirmed'],
    ['it was right', () => 'confirmed', 'few-false'],
    ['what false calls looked like, right ones did too', (peak: number) => (peak === 85 ? 'confirmed' : peak === 120 ? 'nothing-found' : found(peak)), 'none-better'],
  ])('is not made when %s', async (_name, verdictOf, why) => {
    await judge(verdictOf)
    const report = await proposeChanges(person, ruleId)
    if (why === 'none-better') expect(report.proposals.every(({ after, before }) => after.lost.length === before.lost.length && after.right === before.right)).toBe(true)
    else expect(report).toMatchObject({ why, proposals: [] })
  })

  test('becomes a draft by one person\'s decision, beside a draft that is there, and is not proposed again', async () => {
    await judge(found)
    await saveDraft(person, { id: ruleId, definition: { ...HOT, priority: 1 } })
    const key = (await proposeChanges(person, ruleId)).proposals.find(({ change }) => change.kind === 'limit')?.key ?? ''
    expect(await decideProposal(person, { id: ruleId, key, decision: 'drafted', reason: null })).toEqual({ draftVersion: 3 })
    const { versions } = await ruleLife(person, ruleId)
    expect(versions.map(({ version, isLive, definition }) => [version, isLive, (definition as { limit: number }).limit])).toEqual([[3, false, 100], [2, false, 80], [1, true, 80]])
    const report = await proposeChanges(person, ruleId)
    expect(report.proposals.map((one) => one.key)).not.toContain(key)
    expect(report.decisions).toMatchObject([{ key, decision: 'drafted', draftVersion: 3, by: 'Ed' }])
    await expect(decideProposal(person, { id: ruleId, key, decision: 'drafted', reason: null })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('is dismissed with a reason that is kept', async () => {
    await judge(found)
    const { proposals: [first] } = await proposeChanges(person, ruleId)
    await decideProposal(person, { id: ruleId, key: first?.key ?? '', decision: 'dismissed', reason: 'The new fan runs hotter.' })
    const report = await proposeChanges(person, ruleId)
    expect(report.decisions).toMatchObject([{ key: first?.key, decision: 'dismissed', reason: 'The new fan runs hotter.', by: 'Ed', change: first?.change }])
    expect(report.proposals.map((one) => one.key)).not.toContain(first?.key)
    expect(await database.query('SELECT action FROM audit WHERE org_id = $1', [plant.orgId])).toEqual([{ action: 'rule.dismiss-proposal' }])
    await expect(database.query(`SET ROLE mw_app; UPDATE rule_proposal SET reason = 'x'`)).rejects.toThrow(/permission denied/)
  })

  test('is decided only by who may write the rule', async () => {
    await judge(found)
    const { proposals: [first] } = await proposeChanges(actor('technician'), ruleId)
    await expect(decideProposal(actor('technician'), { id: ruleId, key: first?.key ?? '', decision: 'drafted', reason: null })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await ruleLife(person, ruleId)).versions).toHaveLength(1)
  })

  test('is made anew for another version', async () => {
    await judge(found)
    const { proposals: [first] } = await proposeChanges(person, ruleId)
    await decideProposal(person, { id: ruleId, key: first?.key ?? '', decision: 'dismissed', reason: 'Not now.' })
    await saveDraft(person, { id: ruleId, definition: { ...HOT, priority: 1 } })
    await publishRule(person, { id: ruleId, note: 'More urgent.' })
    expect((await proposeChanges(person, ruleId)).proposals.map(({ key }) => key)).toContain(first?.key)
  })
})
