import { checkDeclaration, type DeclarationProblem } from '#server/core/assets/maintenance.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { publishLive } from '#server/platform/live.ts'
import { touchSiteConfig } from '#server/platform/site-config.ts'
import { endDeclaration, findDeclaration, insertDeclaration, lockAsset, windowsAt } from './maintenance.repo.ts'

/** DeclareMaintenance says that somebody works on a machine now, why, and until when at the latest. */
export interface DeclareMaintenance {
  readonly id: string
  readonly reason: string
  readonly until: Date
}

const PROBLEMS: Readonly<Record<DeclarationProblem, readonly ['invalid' | 'conflict', string]>> = {
  'not-a-machine': ['invalid', 'Declare the machine that is worked on: for a line or an area, the alarms of machines that run would fall silent.'],
  'over-already': ['invalid', 'Give an end that is still to come.'],
  'too-long': ['invalid', 'Maintenance is declared for 12 hours at most: declare it again then, if the work goes on.'],
  'declared-already': ['conflict', 'This machine is under maintenance already. Take that back first, if it should end at another time.'],
}

async function tell(tx: Tx, assetId: string, siteId: string): Promise<void> {
  await touchSiteConfig(tx.exec, tx.orgId, siteId)
  await publishLive(tx.exec, tx.orgId, { entity: 'asset', id: assetId })
}

/**
 * declareMaintenance keeps the alarms of one machine from raising orders and calling people while it is worked on, at most 12 h; safety
 * alarms and those of other machines go on. Throws 'conflict' while it is declared or planned already.
 */
export async function declareMaintenance(actor: Actor, input: DeclareMaintenance): Promise<{ id: string }> {
  return withTenant(actor.orgId, async (tx) => {
    const asset = await lockAsset(tx, input.id)
    if (!asset || !can(actor, 'asset.read', asset.siteId)) throw notFound('This asset')
    requirePermission(actor, 'incident.handle', asset.siteId)
    const at = now()
    const declared = (await windowsAt(tx, asset.id, at)).map(({ fromAt, toAt }) => ({ from: fromAt.getTime(), to: toAt.getTime() }))
    const problem = checkDeclaration({ level: asset.level, until: input.until.getTime(), declared }, at.getTime())
    if (problem !== null) throw new AppError(...PROBLEMS[problem])
    const id = newId()
    await insertDeclaration(tx, { id, assetId: asset.id, fromAt: at, toAt: input.until, reason: input.reason, createdBy: actor.type === 'person' ? actor.personId : null })
    await writeAudit(tx, { actor, action: 'asset.declare-maintenance', entity: 'asset', entityId: asset.id, after: { window: id, from: at, to: input.until, reason: input.reason } })
    await tell(tx, asset.id, asset.siteId)
    return { id }
  })
}

/** endMaintenance takes a declaration back: the machine's alarms are armed again at once, and what still fires is raised. One that is over stays as it is. */
export async function endMaintenance(actor: Actor, input: { readonly id: string }): Promise<{ id: string }> {
  return withTenant(actor.orgId, async (tx) => {
    const window = await findDeclaration(tx, input.id)
    if (!window || !can(actor, 'asset.read', window.siteId)) throw notFound('This maintenance')
    requirePermission(actor, 'incident.handle', window.siteId)
    const at = now()
    if (window.toAt <= at) return { id: window.id }
    await endDeclaration(tx, window.id, at > window.fromAt ? at : window.fromAt)
    await writeAudit(tx, {
      actor, action: 'asset.end-maintenance', entity: 'asset', entityId: window.assetId, before: { window: window.id, to: window.toAt, reason: window.reason }, after: { window: window.id, to: at },
    })
    await tell(tx, window.assetId, window.siteId)
    return { id: window.id }
  })
}
