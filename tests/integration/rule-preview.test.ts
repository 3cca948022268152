import { beforeAll, describe, expect, test } from 'vitest'
import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import { drainOnce } from '#server/flows/drain-lane/index.ts'
import { previewRule } from '#server/flows/preview-rule.ts'
import { acceptBatch } from '#server/modules/telemetry/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'

const database = useTestDatabase()
const READINGS = 60
let plant: Plant
let actor: PersonActor
let pointId: string

beforeAll(async () => {
  plant = await makePlant({ rules: [] })
  actor = { type: 'person', orgId: plant.orgId, personId: newId(), name: 'Tester', grants: [{ role: 'reliability-engineer', siteId: null }] }
  const key = plant.points[0]?.key
  const from = Date.now() - READINGS * 1000 - 60_000
  // It rises by one a second.
  await acceptBatch(plant.source, { readings: Array.from({ length: READINGS }, (_, second) => ({ point: key, ts: from + second * 1000, value: 20 + second })) })
  await drainOnce(plant.source.laneNo)
  const [row] = await database.query<{ id: string }>('SELECT id FROM point WHERE org_id = $1 AND key = $2', [plant.orgId, key])
  pointId = row?.id ?? ''
})

const look = (over: Partial<RuleDefinitionInput>) => previewRule(actor, { pointId, days: 1, definition: { kind: 'threshold', points: ['temp'], direction: 'above', priority: 3, ...over } })

describe('a preview', () => {
  test('of a rate shows its course in its own unit, and fires by it', async () => {
    const preview = await look({ limit: 0.5, measure: { kind: 'rate', windowMs: 5000, per: 'second' } })
    expect(preview).toMatchObject({ unit: 'Cel', firingUnit: 'Cel/s', problem: null, judged: { unit: 'Cel/s' }, firings: [{ to: null, limit: 0.5 }] })
    expect(preview.judged?.points.length).toBeGreaterThan(0)
    for (const [, , , last] of preview.judged?.points ?? []) expect(last).toBeCloseTo(1)
  })

  test('of a value has no other course, and names the worst level reached', async () => {
    expect(await look({ limit: 30, ladder: [{ limit: 60, priority: 1 }] })).toMatchObject({
      judged: null, firingUnit: 'Cel', levels: [{ limit: 30, priority: 3 }, { limit: 60, priority: 1 }], firings: [{ priority: 1, peak: 79, to: null }],
    })
  })

  test('of a comparison has no numbers', async () => {
    expect(await look({ measure: { kind: 'expression', text: 'temp > 50' } })).toMatchObject({ firingUnit: null, judged: { unit: null }, firings: [{ to: null }] })
  })

  test('says why a rule cannot be judged on the machine', async () => {
    expect(await look({ measure: { kind: 'iso-zone' } })).toMatchObject({ problem: 'iso-unit', firings: [] })
    expect(await look({ measure: { kind: 'expression', text: 'temp > elsewhere' } })).toMatchObject({ problem: 'input-point-missing', firings: [] })
  })
})
