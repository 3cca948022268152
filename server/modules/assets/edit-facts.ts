import { machineOf } from '#server/core/assets/machine.ts'
import { sameFacts, withFacts } from '#server/core/assets/machine-facts.ts'
import { checkMeasurement, sameMeasurement, type MeasurementFacts } from '#server/core/assets/measurement-facts.ts'
import { ruleDefinition } from '#server/core/condition/definition.ts'
import type { IsoMachine } from '#server/core/condition/iso-20816.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { touchSiteConfig } from '#server/platform/site-config.ts'
import { rulesInForce } from './asset.repo.ts'
import { lockNameplate, lockPoint, saveMeasurement, saveNameplate, type LockedPoint } from './facts.repo.ts'

/** Edit says what shall stand, and what stood there when the person looked. */
interface Edit<Facts> { readonly id: string; readonly facts: Facts; readonly seen: Facts }

const changedMeanwhile = (what: string): AppError => new AppError('conflict', `Somebody has changed ${what} meanwhile. Look at what stands there now, and change it again if it still should be.`)

// Rules by the standard take their limits from here: the lane must know.
async function told(tx: Tx, assetId: string, siteId: string): Promise<void> {
  await touchSiteConfig(tx.exec, tx.orgId, siteId)
  await publishLive(tx.exec, tx.orgId, { entity: 'asset', id: assetId })
}

/**
 * saveMachineFacts writes what vibration standards ask of a machine into its nameplate. The same again changes nothing; throws 'conflict' when somebody
 * changed it since the person looked.
 */
export const saveMachineFacts = (actor: Actor, { id, facts, seen }: Edit<IsoMachine>): Promise<{ id: string }> =>
  withTenant(actor.orgId, async (tx) => {
    const asset = await lockNameplate(tx, id)
    if (!asset || !can(actor, 'asset.read', asset.siteId)) throw notFound('This asset')
    requirePermission(actor, 'asset.edit', asset.siteId)
    const before = machineOf(asset.nameplate)
    if (sameFacts(before, facts)) return { id }
    if (!sameFacts(before, seen)) throw changedMeanwhile(`the nameplate of ${asset.tag}`)
    await saveNameplate(tx, id, withFacts(asset.nameplate, facts))
    await writeAudit(tx, { actor, action: 'asset.save-facts', entity: 'asset', entityId: id, before, after: facts })
    await told(tx, id, asset.siteId)
    return { id }
  })

/** checkUnitFree throws 'conflict' where a point's unit cannot change any more: readings are kept in it, or a rule in force has its limits in it. */
async function checkUnitFree(tx: Tx, point: LockedPoint): Promise<void> {
  if (point.isRead) throw new AppError('conflict', `Readings of ${point.name} are kept in ${point.unit} already: under another unit they would say something else. Add a point for the other unit.`)
  const rules = (await rulesInForce(tx, point.assetId, point.classId)).filter(({ definition }) => {
    const parsed = ruleDefinition.safeParse(definition)
    return parsed.success && (parsed.data.points.includes(point.code) || parsed.data.gate?.point === point.code)
  })
  const [first] = rules
  if (first) throw new AppError('conflict', `The rule "${first.name}" judges ${point.name} in ${point.unit}: change or retire the rule first.`)
}

/**
 * savePointFacts writes a point's unit, the band that it truly covers and its sample rate. The same again changes nothing; throws 'invalid' for what cannot be
 * true, 'conflict' for a unit in use or when somebody changed it since the person looked.
 */
export const savePointFacts = (actor: Actor, { id, facts, seen }: Edit<MeasurementFacts>): Promise<{ id: string }> =>
  withTenant(actor.orgId, async (tx) => {
    const point = await lockPoint(tx, id)
    if (!point || !can(actor, 'asset.read', point.siteId)) throw notFound('This point')
    requirePermission(actor, 'asset.edit', point.siteId)
    if (sameMeasurement(point, facts)) return { id }
    if (!sameMeasurement(point, seen)) throw changedMeanwhile(`the point ${point.name}`)
    checkMeasurement(facts, point.quantity)
    if (facts.unit !== point.unit) await checkUnitFree(tx, point)
    await saveMeasurement(tx, id, facts)
    const { unit, bandLowHz, bandHighHz, sampleRateHz } = point
    await writeAudit(tx, {
      actor, action: 'asset.save-point', entity: 'asset', entityId: point.assetId, before: { point: point.code, unit, bandLowHz, bandHighHz, sampleRateHz }, after: { point: point.code, ...facts },
    })
    await told(tx, point.assetId, point.siteId)
    return { id }
  })
