import { ruleDefinition } from '#server/core/condition/definition.ts'
import { DAY_MS } from '#server/core/kernel/time.ts'
import type { Exec } from '#server/platform/db.ts'
import { insertRows, type Row } from '../support/insert.ts'
import { seedId } from '../support/seed-id.ts'
import { CLASSES, type ClassSeed, type FailureModeSeed, type PointTemplateSeed } from './classes.ts'
import { ISOLATION_PLANS } from './isolation-plans.ts'
import { ASSETS, EQUIPMENT, PARTS, type AssetSeed } from './plant.ts'
import { RULES, type RuleSeed } from './rules.ts'
import type { SourceSeed } from './sources.ts'
import { DRIVE_SHUTDOWN, driveTime } from './timeline.ts'
import { WATCHED_RULES, WATCHED_UNTIL } from './watched-rules.ts'

/** PlantPlace is where the demo plant is written: the tenant, its site, and the first start (epoch ms) to which all times relate. */
export interface PlantPlace {
  readonly orgId: string
  readonly siteId: string
  readonly startedAtMs: number
}

const classOf = (code: string): ClassSeed => {
  const found = CLASSES.find((each) => each.code === code)
  if (!found) throw new Error(`The demo has no class ${code}.`)
  return found
}

/** writeClasses adds the classes with their point templates, failure modes and maintainable items. */
export async function writeClasses(exec: Exec, { orgId }: PlantPlace): Promise<void> {
  for (const { code, name, description, points, modes, items } of CLASSES) {
    const classId = seedId(orgId, `class:${code}`)
    await insertRows(exec, 'asset_class', [{ org_id: orgId, id: classId, code, name, description }])
    await insertRows(exec, 'point_template', points.map((point) => ({ org_id: orgId, id: seedId(orgId, `template:${code}:${point.code}`), class_id: classId, ...pointColumns(point) })))
    await insertRows(exec, 'maintainable_item', items.map(([item, label]) => ({ org_id: orgId, id: seedId(orgId, `item:${code}:${item}`), class_id: classId, code: item, name: label })))
    await insertRows(exec, 'failure_mode', modes.map((mode) => ({ org_id: orgId, id: seedId(orgId, `mode:${code}:${mode.code}`), class_id: classId, ...modeColumns(code, mode) })))
  }
}

const modeColumns = (classCode: string, { code, name, consequence, activities, usual }: FailureModeSeed) => ({
  code, name, consequence, activities, usual_item: usual?.[0] ?? null, usual_activity: usual?.[1] ?? null,
  // The screens have these words in every language; the English beside the keys is for the record and for programs.
  text: { name: { key: `mode.${classCode}.${code}.name`, params: {} }, consequence: { key: `mode.${classCode}.${code}.consequence`, params: {} } },
})

const pointColumns = (point: PointTemplateSeed) => ({
  code: point.code, name: point.name, quantity: point.quantity, unit: point.unit, axis: point.axis,
  range_low: point.range[0], range_high: point.range[1], expected_interval_ms: point.everyMs, staleness_ms: point.staleMs,
})

/** writeAssets adds the positions, what is installed there, their points and the spare parts. */
export async function writeAssets(exec: Exec, place: PlantPlace): Promise<void> {
  const { orgId, startedAtMs } = place
  for (const asset of ASSETS) await writeAsset(exec, place, asset)
  for (const { serial, asset, classCode, manufacturer, model, installedDaysAgo } of EQUIPMENT) {
    const equipmentId = seedId(orgId, `equipment:${serial}`)
    await insertRows(exec, 'equipment', [{ org_id: orgId, id: equipmentId, class_id: seedId(orgId, `class:${classCode}`), serial, manufacturer, model }])
    await insertRows(exec, 'installation', [{
      org_id: orgId, id: seedId(orgId, `installation:${serial}`), asset_id: seedId(orgId, `asset:${asset}`), equipment_id: equipmentId,
      from_at: new Date(startedAtMs - installedDaysAgo * DAY_MS),
    }])
  }
  await insertRows(exec, 'part', PARTS.map(([number, name, unit, bin]) => ({ org_id: orgId, id: seedId(orgId, `part:${number}`), number, name, unit, bin })))
  await insertRows(exec, 'maintenance_window', [{
    org_id: orgId, id: seedId(orgId, 'window:EX-101:shutdown'), asset_id: seedId(orgId, 'asset:EX-101'),
    from_at: new Date(driveTime(DRIVE_SHUTDOWN.from, startedAtMs)), to_at: new Date(driveTime(DRIVE_SHUTDOWN.to, startedAtMs)), reason: 'Planned shutdown of line 1',
  }])
}

async function writeAsset(exec: Exec, { orgId, siteId }: PlantPlace, asset: AssetSeed): Promise<void> {
  const assetId = seedId(orgId, `asset:${asset.tag}`)
  await insertRows(exec, 'asset', [{
    org_id: orgId, id: assetId, site_id: siteId, parent_id: asset.parent === null ? null : seedId(orgId, `asset:${asset.parent}`),
    class_id: asset.classCode === null ? null : seedId(orgId, `class:${asset.classCode}`), tag: asset.tag, name: asset.name, level: asset.level,
    criticality: asset.criticality, description: asset.description, credit: asset.credit?.short ?? null,
    credit_text: asset.credit === null ? null : { key: `credit.${asset.credit.id}.short`, params: {} }, nameplate: asset.nameplate,
  }])
  const points = asset.classCode === null ? [] : classOf(asset.classCode).points
  await insertRows(exec, 'point', points.map((point) => {
    const key = `${asset.tag}.${point.code}`
    return { org_id: orgId, id: seedId(orgId, `point:${key}`), site_id: siteId, asset_id: assetId, key, ...pointColumns(point) }
  }))
}

/** writeIsolationPlans adds the isolation plans in force. */
export async function writeIsolationPlans(exec: Exec, { orgId, startedAtMs }: PlantPlace): Promise<void> {
  await insertRows(exec, 'isolation_plan', Object.entries(ISOLATION_PLANS).map(([tag, content]) => ({
    org_id: orgId, id: seedId(orgId, `isolation:${tag}:1`), asset_id: seedId(orgId, `asset:${tag}`), version: 1, content, note: null, published_at: new Date(startedAtMs),
  })))
}

/** writeRules adds the class rules: some published as their first version, others only watched in shadow. */
export async function writeRules(exec: Exec, place: PlantPlace): Promise<void> {
  for (const rule of RULES) await writeRule(exec, place, rule, { status: 'published', published_version: 1 }, new Date(place.startedAtMs))
  for (const rule of WATCHED_RULES) {
    await writeRule(exec, place, rule, { status: 'draft', shadow_version: 1, shadow_since: new Date(place.startedAtMs) }, null)
    await writeShadowStart(exec, place, rule)
  }
}

async function writeRule(exec: Exec, { orgId }: PlantPlace, { name, classCode, note, definition }: RuleSeed, standing: Row, publishedAt: Date | null): Promise<void> {
  const ruleId = seedId(orgId, `rule:${name}`)
  await insertRows(exec, 'rule', [{ org_id: orgId, id: ruleId, name, class_id: seedId(orgId, `class:${classCode}`), ...standing }])
  await insertRows(exec, 'rule_version', [{
    org_id: orgId, id: seedId(orgId, `rule:${name}:1`), rule_id: ruleId, version: 1, definition: ruleDefinition.parse(definition), note, published_at: publishedAt,
  }])
}

async function writeShadowStart(exec: Exec, { orgId, startedAtMs }: PlantPlace, { name, note }: RuleSeed): Promise<void> {
  await insertRows(exec, 'rule_event', [{
    org_id: orgId, id: seedId(orgId, `rule:${name}:shadow`), rule_id: seedId(orgId, `rule:${name}`), rule_version_id: seedId(orgId, `rule:${name}:1`),
    type: 'shadow-started', at: new Date(startedAtMs), reason: note, data: { criteria: WATCHED_UNTIL },
  }])
}

/** writeSources adds the site's lane and its sources with where they stand. */
export async function writeSources(exec: Exec, { orgId, siteId }: PlantPlace, sources: readonly SourceSeed[]): Promise<void> {
  await insertRows(exec, 'lane', [{ org_id: orgId, site_id: siteId }])
  for (const { name, kind, clock, config } of sources) {
    const sourceId = seedId(orgId, `source:${name}`)
    await insertRows(exec, 'source', [{ org_id: orgId, id: sourceId, site_id: siteId, name, kind, clock, config, demo: true }])
    await exec.query(
      `INSERT INTO source_state (source_id, org_id, lane_no, clock) SELECT $1::uuid, org_id, no, $4 FROM lane WHERE org_id = $2::uuid AND site_id = $3::uuid ON CONFLICT DO NOTHING`,
      [sourceId, orgId, siteId, clock],
    )
  }
}
