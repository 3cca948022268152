import { CARRIERS, checkExchange, type EquipmentInput } from '#server/core/assets/installation.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { exchange, lockPosition, takeEquipment } from './installations.repo.ts'

/** ExchangeEquipment says what was put where and when, and which installation the person saw there; null for none. */
export interface ExchangeEquipment {
  readonly assetId: string
  readonly seen: string | null
  readonly equipment: EquipmentInput
  readonly at: Date
  readonly reason: string
}

/** Exchanged is a position whose equipment was exchanged at a moment. */
export interface Exchanged {
  readonly assetId: string
  readonly siteId: string
  readonly at: Date
}

/**
 * exchangeEquipment puts a piece of equipment at a position in place of what was there, and lets what follows from that happen in the same transaction. The same
 * again changes nothing. Throws 'invalid' for a moment or a position where that cannot be, and 'conflict' when somebody was quicker or the equipment is installed elsewhere.
 */
export const exchangeEquipment = (actor: Actor, input: ExchangeEquipment, follow: (tx: Tx, exchanged: Exchanged) => Promise<void>): Promise<{ id: string }> =>
  withTenant(actor.orgId, async (tx) => {
    const position = await lockPosition(tx, input.assetId)
    if (!position || !can(actor, 'asset.read', position.siteId)) throw notFound('This asset')
    requirePermission(actor, 'asset.edit', position.siteId)
    const { id, tag, siteId, serial, fromAt, installationId } = position
    if (serial === input.equipment.serial) return { id }
    if (installationId !== input.seen) throw new AppError('conflict', `Somebody has exchanged the equipment of ${tag} meanwhile. Look at what is there now.`)
    if (!CARRIERS.includes(position.level)) throw new AppError('invalid', `${tag} is not a machine or a component: equipment is installed at those.`)
    checkExchange(input.at, fromAt, now())
    const equipment = await takeEquipment(tx, position.classId, input.equipment)
    if (equipment.at !== null) throw new AppError('conflict', `${input.equipment.serial} is installed at ${equipment.at}: put another one there first.`, { path: ['serial'], at: equipment.at })
    await exchange(tx, { assetId: id, from: installationId, equipmentId: equipment.id, at: input.at })
    await writeAudit(tx, { actor, action: 'asset.exchange-equipment', entity: 'asset', entityId: id, before: { serial }, after: { ...input.equipment, at: input.at, reason: input.reason } })
    await publishLive(tx.exec, tx.orgId, { entity: 'asset', id })
    await follow(tx, { assetId: id, siteId, at: input.at })
    return { id }
  })
