import { ruleDefinition, type RuleDefinitionInput } from '#server/core/condition/definition.ts'
import { systemTx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { ensureDays } from '#server/modules/telemetry/index.ts'
import type { SourceRef } from '#server/modules/telemetry/index.ts'

/** TestPoint is a point of the test plant. */
export interface TestPoint {
  readonly id: string
  readonly no: number
  readonly key: string
  readonly assetId: string
}

/** Plant is one organization with a site, machines of one class, their points, a source and published class rules. */
export interface Plant {
  readonly orgId: string
  readonly siteId: string
  readonly classId: string
  readonly source: SourceRef
  readonly assetIds: readonly string[]
  readonly lineIds: readonly string[]
  readonly points: readonly TestPoint[]
  readonly ruleIds: readonly string[]
}

/** PlantShape says what to make: each machine gets one point per code. */
export interface PlantShape {
  readonly machines?: number
  readonly codes?: readonly string[]
  readonly rules?: readonly RuleDefinitionInput[]
  readonly clock?: 'live' | 'replay'
  readonly reorderWindowMs?: number
  readonly rangeHigh?: number
  readonly stalenessMs?: number
  /** So many lines under one area, the machines dealt out to them in turn; without it, machines stand alone. */
  readonly lines?: number
}

/** makePlant makes a plant in the test database, each call an organization of its own. */
export async function makePlant(shape: PlantShape = {}): Promise<Plant> {
  const { machines = 1, codes = ['temp'], rules = [], clock = 'live', reorderWindowMs = 0, rangeHigh = 1e9, stalenessMs = 60_000, lines = 0 } = shape
  await ensureDays()
  const [orgId, siteId, classId, sourceId] = [newId(), newId(), newId(), newId()]
  const points: TestPoint[] = []
  const assetIds: string[] = []
  const ruleIds: string[] = []
  const lineIds = Array.from({ length: lines }, () => newId())
  const tag = orgId.slice(-6)
  await systemTx(async (client) => {
    await client.query(`INSERT INTO organization (id, name, slug) VALUES ($1, 'Test works', $2)`, [orgId, `test-${orgId}`])
    await client.query(`INSERT INTO site (org_id, id, code, name, time_zone) VALUES ($1, $2, 'S1', 'Site', 'Europe/Berlin')`, [orgId, siteId])
    await client.query(`INSERT INTO source (org_id, id, site_id, name, kind, clock, reorder_window_ms) VALUES ($1, $2, $3, 'source', 'http', $4, $5)`, [
      orgId, sourceId, siteId, clock, reorderWindowMs,
    ])
    await client.query(`INSERT INTO asset_class (org_id, id, code, name) VALUES ($1, $2, 'MACHINE', 'Machine')`, [orgId, classId])
    await client.query(`INSERT INTO failure_mode (org_id, id, class_id, code, name) VALUES ($1, $2, $3, 'OHE', 'Overheating')`, [orgId, newId(), classId])
    const area = newId()
    const places = [...(lines > 0 ? [[area, null, 'A-1', 'area']] : []), ...lineIds.map((id, i) => [id, area, `L-${i}`, 'line'])]
    for (const [id, parent, tagged, level] of places) {
      await client.query(`INSERT INTO asset (org_id, id, site_id, parent_id, tag, name, level, updated_at) VALUES ($1, $2, $3, $4, $5, $5, $6, now())`, [orgId, id, siteId, parent, tagged, level])
    }
    for (let m = 0; m < machines; m++) {
      const assetId = newId()
      assetIds.push(assetId)
      await client.query(
        `INSERT INTO asset (org_id, id, site_id, class_id, tag, name, parent_id, level, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 'machine', now())`,
        [orgId, assetId, siteId, classId, `M-${m}`, `Machine ${m}`, lines > 0 ? lineIds[m % lines] : null],
      )
      for (const code of codes) {
        const id = newId()
        const key = `${tag}.M-${m}.${code}`
        const { rows } = await client.query<{ no: number }>(
          `INSERT INTO point (org_id, id, site_id, asset_id, key, code, name, quantity, unit, range_low, range_high, expected_interval_ms, staleness_ms)
           VALUES ($1, $2, $3, $4, $5, $6, $6, 'temperature', 'Cel', -273.15, $7, 1000, $8) RETURNING no`,
          [orgId, id, siteId, assetId, key, code, rangeHigh, stalenessMs],
        )
        points.push({ id, no: rows[0]?.no ?? 0, key, assetId })
      }
    }
    for (const [i, input] of rules.entries()) {
      const [ruleId, versionId] = [newId(), newId()]
      ruleIds.push(ruleId)
      await client.query(`INSERT INTO rule (org_id, id, name, class_id, status, published_version, updated_at) VALUES ($1, $2, $3, $4, 'published', 1, now())`, [orgId, ruleId, `Rule ${i}`, classId])
      await client.query(`INSERT INTO rule_version (org_id, id, rule_id, version, definition, published_at) VALUES ($1, $2, $3, 1, $4, now())`, [
        orgId, versionId, ruleId, JSON.stringify(ruleDefinition.parse(input)),
      ])
    }
  }, orgId)
  const laneNo = await systemTx(async (client) => {
    const { rows } = await client.query<{ no: number }>('INSERT INTO lane (org_id, site_id) VALUES ($1, $2) RETURNING no', [orgId, siteId])
    const no = rows[0]?.no ?? 0
    await client.query('INSERT INTO source_state (source_id, org_id, lane_no, clock) VALUES ($1, $2, $3, $4)', [sourceId, orgId, no, clock])
    return no
  })
  return { orgId, siteId, classId, source: { orgId, siteId, sourceId, laneNo }, assetIds, lineIds, points, ruleIds }
}
