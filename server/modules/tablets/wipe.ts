import { notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, siteScope, type Actor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { withTenant } from '#server/platform/db.ts'
import type { Device } from './enrol.ts'
import { askWipe, devicesOf, noteWiped, type ListedDevice } from './tablet.repo.ts'

type Grants = readonly { readonly siteId: string | null }[]

// A device of people of several sites is seen, and emptied, by whoever looks after one of them.
const inReach = (actor: Actor, grants: Grants, permission: 'people.read' | 'people.edit'): boolean =>
  siteScope(actor, permission) === 'all' || grants.some(({ siteId }) => siteId !== null && can(actor, permission, siteId))

/** listDevices lists the devices of the people whom the actor may see, those heard of last first. */
export const listDevices = (actor: Actor): Promise<ListedDevice[]> =>
  withTenant(actor.orgId, async (tx) => (await devicesOf(tx)).filter((device) => inReach(actor, device.grants, 'people.read')).map(({ grants: _, ...device }) => device))

/** wipeDevice asks a device to empty itself when it is next heard of; what was not sent by then dies with it. */
export const wipeDevice = (actor: Actor, id: string): Promise<void> =>
  withTenant(actor.orgId, async (tx) => {
    requirePermission(actor, 'people.edit')
    const device = (await devicesOf(tx)).find((each) => each.id === id)
    if (!device || !inReach(actor, device.grants, 'people.edit') || !(await askWipe(tx, id, actor.type === 'person' ? actor.personId : null))) throw notFound('This device')
    await writeAudit(tx, { actor, action: 'device.wipe', entity: 'device', entityId: id, after: { waiting: device.waiting, oldestWaitingAt: device.oldestWaitingAt } })
  })

/** confirmWiped keeps that a device has emptied itself, with how much unsent work died with it. */
export const confirmWiped = (device: Device, lost: number): Promise<void> =>
  withTenant(device.orgId, async (tx) => {
    await noteWiped(tx, device.id)
    await writeAudit(tx, { actor: { type: 'system', orgId: device.orgId }, action: 'device.wiped', entity: 'device', entityId: device.id, after: { lost } })
  })
