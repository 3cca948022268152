import { beforeEach, describe, expect, test } from 'vitest'
import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import { limitOverrideSchema } from '#server/core/condition/override.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { listOverrides, publishRule, removeOverride, saveDraft, setOverride } from '#server/modules/condition/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { laneHelpers } from './support/lane-helpers.ts'

const database = useTestDatabase()
const { incidents, rows, take } = laneHelpers(database)
const limits = (own: object) => limitOverrideSchema.parse(own)
const HOT: RuleDefinitionInput = { kind: 'threshold', points: ['temp'], direction: 'above', limit: 60, clear: 55, priority: 3, failureMode: 'OHE' }

const engineer = (plant: Plant, siteId: string | null = null, role: Role = 'reliability-engineer'): PersonActor => ({
  type: 'person', orgId: plant.orgId, personId: newId(), name: 'Engineer', grants: [{ role, siteId }],
})

let plant: Plant
let ruleId: string
const machine = (index: number): string => plant.assetIds[index] ?? ''
const set = (assetId: string, own: object, more: { seen?: number; reason?: string; by?: PersonActor } = {}) =>
  setOverride(more.by ?? engineer(plant), { ruleId, assetId, limits: limits(own), reason: more.reason ?? 'runs hotter by design', seen: more.seen ?? 0 })
const holds = async (actor: PersonActor) => (await listOverrides(actor, { ruleId })).rows.map((row) => [row.machine.tag, row.limits?.limit, row.fits])

beforeEach(async () => {
  plant = await makePlant({ machines: 2, rules: [HOT] })
  ruleId = plant.ruleIds[0] ?? ''
})

describe('a machine with a limit of its own', () => {
  test('is judged by it from the next reading on, beside a machine that is judged by the rule, and by the rule again when it is removed', async () => {
    const begin = Date.now() - 600_000
    // The newest instant waits until a later one comes: each step is read twice.
    const both = async (value: number, step: number): Promise<void> =>
      take(plant, { readings: [...rows(plant, [value, value], begin + step * 2000, 0), ...rows(plant, [value, value], begin + step * 2000, 1)] })
    const standing = async () => (await incidents(plant)).filter((one) => one.state === 'open').map((one) => one.key.startsWith(machine(0)) ? 'M-0' : 'M-1').sort()
    await both(50, 0)
    const { version } = await set(machine(0), { limit: 80, clear: 75 })
    // Between the rule's limit and the machine's own.
    await both(70, 1)
    expect(await standing()).toEqual(['M-1'])
    await both(81, 2)
    expect(await standing()).toEqual(['M-0', 'M-1'])
    await both(50, 3)
    expect(await standing()).toEqual([])
    await removeOverride(engineer(plant), { ruleId, assetId: machine(0), reason: 'bearing is new', seen: version })
    await both(70, 4)
    expect(await standing()).toEqual(['M-0', 'M-1'])
  })

  test('is listed with who set it, when and why, beside the machines that have none', async () => {
    const by = engineer(plant)
    await database.query('INSERT INTO person (org_id, id, name, email) VALUES ($1, $2, $3, $4)', [plant.orgId, by.personId, 'Ada', 'ada@example.com'])
    await set(machine(1), { limit: 70 }, { by, reason: 'stands in the sun' })
    const list = await listOverrides(by, { ruleId })
    expect(list.definition?.limit).toBe(60)
    expect(list.rows).toMatchObject([{ machine: { tag: 'M-1' }, limits: { limit: 70, clear: null }, reason: 'stands in the sun', by: 'Ada', fits: true, mayChange: true, version: 1 }])
    expect(list.others.map((one) => one.tag)).toEqual(['M-0'])
  })

  test('is kept in the audit, before and after', async () => {
    await set(machine(0), { limit: 70 })
    await set(machine(0), { limit: 75 }, { seen: 1, reason: 'new reading of the data sheet' })
    await removeOverride(engineer(plant), { ruleId, assetId: machine(0), reason: 'sold', seen: 2 })
    const audit = await database.query<{ action: string; before: { limits: { limit: number } | null }; after: { limits: { limit: number } | null; reason: string } }>(
      'SELECT action, before, after FROM audit WHERE org_id = $1 ORDER BY at, id', [plant.orgId])
    expect(audit.map(({ action, before, after }) => [action, before.limits?.limit, after.limits?.limit, after.reason])).toEqual([
      ['rule.set-override', undefined, 70, 'runs hotter by design'], ['rule.set-override', 70, 75, 'new reading of the data sheet'], ['rule.remove-override', 75, undefined, 'sold'],
    ])
  })

  test('falls out of force when the rule becomes of another kind, and says so', async () => {
    await set(machine(0), { limit: 70 })
    await saveDraft(engineer(plant), { id: ruleId, definition: { ...HOT, direction: 'outside', limit: null, clear: null, low: 10, high: 60 } })
    expect(await holds(engineer(plant))).toEqual([['M-0', 70, true]])
    await publishRule(engineer(plant), { id: ruleId, note: 'both sides' })
    expect(await holds(engineer(plant))).toEqual([['M-0', 70, false]])
  })
})

describe('setting a limit of its own', () => {
  test('twice the same changes nothing the second time, and removing what is gone neither', async () => {
    const first = await set(machine(0), { limit: 70 })
    expect(await set(machine(0), { limit: 70 })).toEqual(first)
    const remove = () => removeOverride(engineer(plant), { ruleId, assetId: machine(0), reason: 'no longer', seen: first.version })
    expect([await remove(), await remove()]).toEqual([{ removed: true }, { removed: false }])
    expect(await database.query('SELECT action FROM audit WHERE org_id = $1 ORDER BY at, id', [plant.orgId])).toEqual([{ action: 'rule.set-override' }, { action: 'rule.remove-override' }])
  })

  test('at the same time as somebody else is refused for one of the two', async () => {
    const settled = await Promise.allSettled([set(machine(0), { limit: 70 }), set(machine(0), { limit: 75 }), set(machine(0), { limit: 80 })])
    const failed = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    expect(failed).toHaveLength(2)
    expect(failed[0]).toMatchObject({ code: 'conflict', message: expect.stringContaining('meanwhile') as string })
    await expect(set(machine(0), { limit: 90 }, { seen: 7 })).rejects.toMatchObject({ code: 'conflict' })
  })

  test.each([
    ['a clear limit beyond the limit', { limit: 70, clear: 71 }, 'clear limit'],
    ['a range for a rule with one limit', { low: 1, high: 2 }, 'one limit'],
    ['nothing', {}, 'one limit'],
    ['what the rule has for every machine', { limit: 60, clear: 55 }, 'for every machine'],
  ])('%s is refused in words', async (_name, own, words) => {
    await expect(set(machine(0), own)).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining(words) as string })
    expect(await holds(engineer(plant))).toEqual([])
  })

  test('for a machine of another class is refused, and so is one for a rule of a single machine', async () => {
    const other = await makePlant()
    await expect(set(other.assetIds[0] ?? '', { limit: 70 })).rejects.toMatchObject({ code: 'not-found' })
    await database.query(`UPDATE asset SET class_id = NULL WHERE org_id = $1 AND id = $2`, [plant.orgId, machine(1)])
    await expect(set(machine(1), { limit: 70 })).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('class') as string })
    await database.query(`UPDATE rule SET class_id = NULL, asset_id = $2 WHERE org_id = $1`, [plant.orgId, machine(0)])
    await expect(set(machine(0), { limit: 70 })).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('one machine') as string })
  })

  test('needs the permission to publish rules at the machine\'s site, and no more', async () => {
    await expect(set(machine(0), { limit: 70 }, { by: engineer(plant, plant.siteId, 'technician') })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(set(machine(0), { limit: 70 }, { by: engineer(plant, newId()) })).rejects.toMatchObject({ code: 'not-found' })
    expect(await set(machine(0), { limit: 70 }, { by: engineer(plant, plant.siteId) })).toEqual({ version: 1 })
    expect((await listOverrides(engineer(plant, plant.siteId, 'technician'), { ruleId })).rows).toMatchObject([{ mayChange: false }])
  })
})
