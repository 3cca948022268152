import { DAY_MS } from '#server/core/kernel/time.ts'
import type { CallRoster } from '#server/core/on-call/chain.ts'
import type { Exception, Shift } from '#server/core/on-call/roster.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'

/** StoredShift is a line of a pattern with its id. */
export interface StoredShift extends Shift {
  readonly id: string
}

/** StoredException is an exception with its id and why. */
export interface StoredException extends Exception {
  readonly id: string
  readonly reason: string | null
}

/** StoredRoster is a roster as it is kept. */
export interface StoredRoster extends CallRoster {
  readonly siteId: string
  readonly shifts: readonly StoredShift[]
  readonly exceptions: readonly StoredException[]
}

// Who was away last month is of no use to anybody.
const KEPT_MS = 31 * DAY_MS

/** rostersAt lists rosters of sites (all when null), by name, with exceptions that have not long ended. */
export async function rostersAt(tx: Tx, siteIds: readonly string[] | null, now: number): Promise<StoredRoster[]> {
  const rows = await tx.db.roster.findMany({
    where: { orgId: tx.orgId, ...(siteIds === null ? {} : { siteId: { in: [...siteIds] } }) },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    include: {
      site: { select: { timeZone: true } },
      shifts: { orderBy: [{ position: 'asc' }, { week: 'asc' }, { fromMinute: 'asc' }, { id: 'asc' }] },
      exceptions: { where: { toAt: { gt: new Date(now - KEPT_MS) } }, orderBy: [{ fromAt: 'asc' }, { id: 'asc' }] },
    },
  })
  return rows.map((row) => ({
    id: row.id, name: row.name, siteId: row.siteId, areaId: row.areaId, skillId: row.skillId, stepMinutes: row.stepMinutes, callFrom: row.callFrom, zone: row.site.timeZone,
    rotationWeeks: row.rotationWeeks, rotationStart: Math.floor(row.rotationStart.getTime() / DAY_MS),
    shifts: row.shifts.map(({ id, personId, position, week, weekdays, fromMinute, toMinute }) => ({ id, personId, position, week, weekdays, fromMinute, toMinute })),
    exceptions: row.exceptions.map(({ id, fromAt, toAt, awayId, insteadId, reason }) => ({ id, from: fromAt.getTime(), to: toAt.getTime(), awayId, insteadId, reason })),
  }))
}

/** siteOfRoster tells at which site a roster is; null when there is none. */
export const siteOfRoster = async (tx: Tx, id: string): Promise<string | null> =>
  (await tx.db.roster.findUnique({ where: { orgId_id: { orgId: tx.orgId, id } }, select: { siteId: true } }))?.siteId ?? null

/** RosterFields is what a person says of a roster; rotationStart is in days since 1970. */
export interface RosterFields {
  readonly name: string
  readonly areaId: string | null
  readonly skillId: string | null
  readonly stepMinutes: number
  readonly callFrom: number
  readonly rotationWeeks: number
  readonly rotationStart: number
}

const columns = ({ rotationStart, ...fields }: RosterFields) => ({ ...fields, rotationStart: new Date(rotationStart * DAY_MS) })

/** insertRoster stores a new roster and gives its id. */
export async function insertRoster(tx: Tx, siteId: string, fields: RosterFields): Promise<string> {
  const id = newId()
  await tx.db.roster.create({ data: { orgId: tx.orgId, id, siteId, ...columns(fields) } })
  return id
}

/** updateRoster changes what is said of a roster. */
export async function updateRoster(tx: Tx, id: string, fields: RosterFields): Promise<void> {
  await tx.db.roster.update({ where: { orgId_id: { orgId: tx.orgId, id } }, data: columns(fields) })
}

/** replaceShifts gives a roster a new pattern. */
export async function replaceShifts(tx: Tx, rosterId: string, shifts: readonly Shift[]): Promise<void> {
  await tx.db.rosterShift.deleteMany({ where: { orgId: tx.orgId, rosterId } })
  await tx.db.rosterShift.createMany({ data: shifts.map((shift) => ({ ...shift, orgId: tx.orgId, id: newId(), rosterId, weekdays: [...shift.weekdays] })) })
}

/** deleteRoster takes a roster away with its pattern. */
export async function deleteRoster(tx: Tx, id: string): Promise<void> {
  await tx.db.roster.delete({ where: { orgId_id: { orgId: tx.orgId, id } } })
}

/** insertException stores an exception and gives its id. */
export async function insertException(tx: Tx, rosterId: string, one: Exception & { readonly reason: string | null; readonly createdBy: string | null }): Promise<string> {
  const id = newId()
  const { from, to, ...rest } = one
  await tx.db.rosterException.create({ data: { orgId: tx.orgId, id, rosterId, fromAt: new Date(from), toAt: new Date(to), ...rest } })
  return id
}

/** siteOfException tells at which site, and in which roster, an exception is; null when there is none. */
export async function siteOfException(tx: Tx, id: string): Promise<{ siteId: string; rosterId: string } | null> {
  const row = await tx.db.rosterException.findUnique({ where: { orgId_id: { orgId: tx.orgId, id } }, select: { rosterId: true, roster: { select: { siteId: true } } } })
  return row ? { siteId: row.roster.siteId, rosterId: row.rosterId } : null
}

/** deleteException takes an exception away. */
export async function deleteException(tx: Tx, id: string): Promise<void> {
  await tx.db.rosterException.delete({ where: { orgId_id: { orgId: tx.orgId, id } } })
}
