import { notFound } from '#server/core/kernel/errors.ts'
import { can, siteScope, type Actor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { newPublicId } from '#server/platform/public-address.ts'
import { assetAt, endDoor, findDoor, insertDoor, livingDoors, requestSites, saveRequestSite, type DoorRow, type SiteRow } from './doors.repo.ts'

const PERMISSION = 'door.edit'
const personOf = (actor: Actor): string | null => (actor.type === 'person' ? actor.personId : null)

/** DoorView is an address as the administration shows it. */
export interface DoorView {
  readonly id: string
  readonly path: string
  readonly asset: DoorRow['asset']
  readonly madeAt: string
}

/** DoorSite is a site with its switch, what somebody in danger reads there, and its addresses. */
export interface DoorSite extends SiteRow {
  readonly doors: readonly DoorView[]
}

const view = ({ id, publicId, asset, madeAt }: DoorRow): DoorView => ({ id, path: `/r/${publicId}`, asset, madeAt: madeAt.toISOString() })

/** listDoors shows the sites that one looks after, with their addresses for requests without an account. */
export const listDoors = (actor: Actor): Promise<DoorSite[]> => withTenant(actor.orgId, async (tx) => {
  const sites = await requestSites(tx, siteScope(actor, PERMISSION))
  const doors = await livingDoors(tx, sites.map(({ id }) => id))
  return sites.map((site) => ({ ...site, doors: doors.filter(({ siteId }) => siteId === site.id).map(view) }))
})

async function siteIn(tx: Tx, actor: Actor, siteId: string): Promise<SiteRow> {
  const [site] = can(actor, PERMISSION, siteId) ? await requestSites(tx, [siteId]) : []
  if (!site) throw notFound('This site')
  return site
}

async function makeDoor(tx: Tx, actor: Actor, siteId: string, assetId: string | null): Promise<void> {
  const id = newId()
  if (!(await insertDoor(tx, { id, siteId, assetId, publicId: newPublicId(tx.orgId), madeBy: personOf(actor) }))) return
  await writeAudit(tx, { actor, action: 'request-door.make', entity: 'request-door', entityId: id, after: { siteId, assetId } })
}

/** DoorSettings is what is set for a site. */
export interface DoorSettings {
  readonly siteId: string
  readonly open: boolean
  readonly emergencyWords: string | null
  readonly emergencyPhone: string | null
}

/** setDoors opens or closes a site for requests without an account; the first opening makes its address. Closed, its addresses stay and answer as unknown ones do. */
export const setDoors = (actor: Actor, { siteId, ...set }: DoorSettings): Promise<void> => withTenant(actor.orgId, async (tx) => {
  const { open, emergencyWords, emergencyPhone } = await siteIn(tx, actor, siteId)
  await saveRequestSite(tx, siteId, { ...set, changedBy: personOf(actor), changedAt: now() })
  await writeAudit(tx, { actor, action: 'request-site.set', entity: 'site', entityId: siteId, before: { open, emergencyWords, emergencyPhone }, after: set })
  if (set.open) await makeDoor(tx, actor, siteId, null)
})

/** addDoor makes an address for one machine; a machine that has one keeps it. */
export const addDoor = (actor: Actor, input: { readonly assetId: string }): Promise<void> => withTenant(actor.orgId, async (tx) => {
  const asset = await assetAt(tx, input.assetId)
  if (!asset || !can(actor, PERMISSION, asset.siteId)) throw notFound('This asset')
  await makeDoor(tx, actor, asset.siteId, input.assetId)
})

async function end(tx: Tx, actor: Actor, id: string): Promise<DoorRow> {
  const door = await findDoor(tx, id)
  if (!door || !can(actor, PERMISSION, door.siteId)) throw notFound('This address')
  await endDoor(tx, id, personOf(actor), now())
  await writeAudit(tx, { actor, action: 'request-door.end', entity: 'request-door', entityId: id, before: { siteId: door.siteId, assetId: door.asset?.id ?? null } })
  return door
}

/** renewDoor gives a site or a machine another address: posters with the old one lead nowhere. */
export const renewDoor = (actor: Actor, input: { readonly id: string }): Promise<void> => withTenant(actor.orgId, async (tx) => {
  const { siteId, asset } = await end(tx, actor, input.id)
  await makeDoor(tx, actor, siteId, asset?.id ?? null)
})

/** removeDoor ends an address for good. */
export const removeDoor = (actor: Actor, input: { readonly id: string }): Promise<void> => withTenant(actor.orgId, async (tx) => { await end(tx, actor, input.id) })

/** posterOf shows the address of a poster to whoever prints it. */
export const posterOf = (actor: Actor, id: string): Promise<DoorView & { readonly site: SiteRow }> => withTenant(actor.orgId, async (tx) => {
  const door = await findDoor(tx, id)
  if (!door) throw notFound('This address')
  return { ...view(door), site: await siteIn(tx, actor, door.siteId) }
})
