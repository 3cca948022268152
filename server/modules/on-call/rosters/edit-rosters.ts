import { AppError, notFound } from '#server/core/kernel/errors.ts'
import type { ExceptionInput, RosterInput } from '#server/core/on-call/roster-input.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { violatedIndex } from '#server/platform/unique-violation.ts'
import { activePeople } from './people.repo.ts'
import { isAtSite, skillsOf } from './places.repo.ts'
import { deleteException, deleteRoster, insertException, insertRoster, replaceShifts, rostersAt, siteOfException, siteOfRoster, updateRoster } from './rosters.repo.ts'

const invalid = (field: string, message: string): AppError => new AppError('invalid', message, { field })

function requireSite(actor: Actor, siteId: string | null, what: string): string {
  if (siteId === null || !can(actor, 'notify.edit', siteId)) throw notFound(what)
  return siteId
}

async function requirePeople(tx: Tx, siteId: string, ids: readonly (string | null)[]): Promise<void> {
  const here = (await activePeople(tx)).filter(({ grants }) => grants.some((grant) => grant.siteId === null || grant.siteId === siteId))
  if (ids.some((id) => id !== null && !here.some((person) => person.id === id))) throw invalid('personId', 'This person does not work at this site.')
}

async function checkRoster(tx: Tx, siteId: string, input: RosterInput): Promise<void> {
  if (input.areaId !== null && !(await isAtSite(tx, siteId, input.areaId))) throw invalid('areaId', 'This area is not at this site.')
  if (input.skillId !== null && !(await skillsOf(tx)).some(({ id }) => id === input.skillId)) throw invalid('skillId', 'This skill does not exist.')
  await requirePeople(tx, siteId, input.shifts.map(({ personId }) => personId))
}

async function save(tx: Tx, actor: Actor, siteId: string, id: string | null, input: RosterInput): Promise<string> {
  await checkRoster(tx, siteId, input)
  const { shifts, ...fields } = input
  const before = id === null ? undefined : (await rostersAt(tx, [siteId], now().getTime())).find((one) => one.id === id)
  const saved = id ?? (await insertRoster(tx, siteId, fields))
  if (id !== null) await updateRoster(tx, id, fields)
  await replaceShifts(tx, saved, shifts)
  await writeAudit(tx, { actor, action: id === null ? 'roster.create' : 'roster.change', entity: 'roster', entityId: saved, before, after: input })
  await publishLive(tx.exec, tx.orgId, { entity: 'roster', id: saved })
  return saved
}

/** SaveRoster is a roster to be kept: a new one at the site where id is null. */
export interface SaveRoster {
  readonly id: string | null
  readonly siteId: string
  readonly roster: RosterInput
}

/** saveRoster makes a roster at a site, or changes the one named; 'invalid' names the field, 'conflict' when the site has one of this name. */
export async function saveRoster(actor: Actor, { id, siteId, roster }: SaveRoster): Promise<{ id: string }> {
  try {
    return await withTenant(actor.orgId, async (tx) => {
      const site = requireSite(actor, id === null ? siteId : await siteOfRoster(tx, id), id === null ? 'This site' : 'This roster')
      return { id: await save(tx, actor, site, id, roster) }
    })
  } catch (error) {
    if (violatedIndex(error) === 'roster_org_id_site_id_name_key') throw new AppError('conflict', 'There is a roster of this name already.', { field: 'name' })
    throw error
  }
}

/** removeRoster takes a roster away. */
export const removeRoster = (actor: Actor, { id }: { readonly id: string }): Promise<void> =>
  withTenant(actor.orgId, async (tx) => {
    const siteId = requireSite(actor, await siteOfRoster(tx, id), 'This roster')
    const before = (await rostersAt(tx, [siteId], now().getTime())).find((one) => one.id === id)
    await deleteRoster(tx, id)
    await writeAudit(tx, { actor, action: 'roster.remove', entity: 'roster', entityId: id, before })
    await publishLive(tx.exec, tx.orgId, { entity: 'roster', id })
  })

/** addException says that somebody is away, or stands in. */
export const addException = (actor: Actor, { rosterId, ...one }: ExceptionInput): Promise<{ id: string }> =>
  withTenant(actor.orgId, async (tx) => {
    const siteId = requireSite(actor, await siteOfRoster(tx, rosterId), 'This roster')
    await requirePeople(tx, siteId, [one.awayId, one.insteadId])
    const id = await insertException(tx, rosterId, { ...one, createdBy: actor.type === 'person' ? actor.personId : null })
    await writeAudit(tx, { actor, action: 'roster.exception', entity: 'roster', entityId: rosterId, after: { ...one, id } })
    await publishLive(tx.exec, tx.orgId, { entity: 'roster', id: rosterId })
    return { id }
  })

/** removeException takes an exception back. */
export const removeException = (actor: Actor, { id }: { readonly id: string }): Promise<void> =>
  withTenant(actor.orgId, async (tx) => {
    const found = await siteOfException(tx, id)
    requireSite(actor, found?.siteId ?? null, 'This exception')
    await deleteException(tx, id)
    await writeAudit(tx, { actor, action: 'roster.exception-removed', entity: 'roster', entityId: found?.rosterId ?? id, before: { id } })
    await publishLive(tx.exec, tx.orgId, { entity: 'roster' })
  })
