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

  test.each<[string, Partial<RuleDefinitionInput>]>([
    ['value', { direction: 'outside', low: 0, high: 50 }], ['rate', { limit: 2, measure: { kind: 'rate', windowMs: 5000, per: 'minute' } }],
    ['deviation', { limit: 4, measure: { kind: 'deviation', learnMs: 20_000, trend: true, halfLifeMs: 10_000, minSpread: 1, smoothMs: 2000 } }],
    ['iso-zone', { measure: { kind: 'iso-zone', dangerPriority: 1 } }], ['expression', { limit: 1, measure: { kind: 'expression', text: 'temp / 40' }, hold: { kind: 'samples', n: 3, of: 5 } }],
    ['stuck', { limit: 60, measure: { kind: 'stuck' } }], ['noise', { limit: 5, measure: { kind: 'noise', windowMs: 10_000 } }],
    ['clipping', { limit: 5, measure: { kind: 'clipping', windowMs: 10_000, high: 60 } }], ['silence', { measure: { kind: 'silence' }, noData: { policy: 'alert' } }],
    ['wrong-unit', { measure: { kind: 'wrong-unit', learnMs: 20_000 }, schedule: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' }] }],
  ])('of %s draws the readings, and every number in it survives the way to a screen', async (kind, over) => {
    const preview = await look(over)
    expect(preview.readings).toBe(READINGS)
    expect(preview.problem).toBe(kind === 'iso-zone' ? 'iso-unit' : null)
    expect(JSON.parse(JSON.stringify(preview))).toEqual(preview)
  })
})
