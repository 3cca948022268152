import { beforeAll, describe, expect, test } from 'vitest'
import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { drainOnce } from '#server/flows/drain-lane/index.ts'
import { createRule, getRule, listRuleClasses, listRules } from '#server/modules/condition/index.ts'
import { acceptBatch } from '#server/modules/telemetry/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'

const database = useTestDatabase()
const person = (plant: Plant, siteId: string | null = null, role: Role = 'reliability-engineer'): PersonActor => ({
  type: 'person', orgId: plant.orgId, personId: newId(), name: 'Tester', grants: [{ role, siteId }],
})
const hot = (limit: number, priority: number): RuleDefinitionInput => ({ kind: 'threshold', points: ['temp'], direction: 'above', limit, priority, failureMode: 'OHE' })

describe('a list of rules', () => {
  let plant: Plant
  beforeAll(async () => {
    plant = await makePlant({ rules: [hot(42, 3), hot(52, 2), hot(99, 1)] })
    const ts = Date.now() - 60_000
    const point = plant.points[0]?.key
    await acceptBatch(plant.source, { readings: [20, 45, 55, 56].map((value, index) => ({ point, ts: ts + index * 1000, value })) })
    await drainOnce(plant.source.laneNo)
  })

  test('counts a shared incident for every rule that fires in it, and knows that a milder rule fired too', async () => {
    const rows = await listRules(person(plant))
    const told = rows.map(({ definition, openIncidents, lastFiredAt }) => [definition?.limit, openIncidents, lastFiredAt !== null])
    expect(told).toEqual([[42, 1, true], [52, 1, true], [99, 0, false]])
  })

  test('says what a rule can speak of', async () => {
    await database.query(
      `INSERT INTO point_template (org_id, id, class_id, code, name, quantity, unit, expected_interval_ms, staleness_ms) VALUES ($1, $2, $3, 'temp', 'Temperature', 'temperature', 'Cel', 1000, 60000)`,
      [plant.orgId, newId(), plant.classId])
    expect((await listRules(person(plant)))[0]?.vocabulary).toEqual({
      points: [{ code: 'temp', name: 'Temperature', unit: 'Cel' }], failureModes: [{ code: 'OHE', name: 'Overheating', consequence: null, text: null }],
    })
    expect(await listRuleClasses(person(plant))).toMatchObject([{ id: plant.classId, machines: 1, points: [{ code: 'temp' }] }])
    expect(await listRuleClasses(person(plant, newId()))).toEqual([])
  })

  test('says who may change a rule: one of a class only those whose role holds everywhere', async () => {
    const id = plant.ruleIds[0] ?? ''
    const allowed = async (actor: PersonActor) => (await getRule(actor, id)).allowed
    expect(await allowed(person(plant))).toEqual({ edit: true, publish: true })
    expect(await allowed(person(plant, plant.siteId))).toEqual({ edit: false, publish: false })
    expect(await allowed(person(plant, null, 'technician'))).toEqual({ edit: false, publish: false })
    const own = await createRule(person(plant, plant.siteId), { name: 'Own', assetId: plant.assetIds[0], definition: hot(60, 3) })
    expect((await getRule(person(plant, plant.siteId), own.id)).allowed).toEqual({ edit: true, publish: true })
  })

  test('refuses a second rule of the same name in words', async () => {
    const make = () => createRule(person(plant), { name: 'Twice', classId: plant.classId, definition: hot(60, 3) })
    await make()
    await expect(make()).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('Twice') as string })
  })
})
