import type { Tx } from '#server/platform/db.ts'

/** StoredDevice is a device as it stands in the database. */
export interface StoredDevice {
  readonly id: string
  readonly name: string
  readonly platform: string
  readonly wipeAskedAt: Date | null
  readonly wipedAt: Date | null
}

const FIELDS = { id: true, name: true, platform: true, wipeAskedAt: true, wipedAt: true } as const

/** deviceBySecret finds a device by its id and the hash of its secret; null when either is wrong. */
export const deviceBySecret = (tx: Tx, id: string, secretHash: string): Promise<StoredDevice | null> =>
  tx.db.device.findFirst({ where: { orgId: tx.orgId, id, secretHash }, select: FIELDS })

/** insertDevice stores a new device. */
export async function insertDevice(tx: Tx, row: { id: string; name: string; platform: string; secretHash: string; enrolledBy: string }): Promise<void> {
  await tx.db.device.create({ data: { orgId: tx.orgId, ...row } })
}

/** renameDevice gives a device another name. */
export async function renameDevice(tx: Tx, id: string, name: string): Promise<void> {
  await tx.db.device.update({ where: { orgId_id: { orgId: tx.orgId, id } }, data: { name } })
}

/** enrolPerson notes that a person has signed in on a device; signing in again makes no second row. */
export async function enrolPerson(tx: Tx, deviceId: string, personId: string): Promise<void> {
  await tx.exec.query(
    `INSERT INTO device_person (org_id, device_id, person_id) VALUES ($1::uuid, $2::uuid, $3::uuid)
     ON CONFLICT (org_id, device_id, person_id) DO UPDATE SET enrolled_at = now()`,
    [tx.orgId, deviceId, personId],
  )
}

/** DeviceUser is a person who has signed in on a device, with the roles held, whether still active or not. */
export interface DeviceUser {
  readonly id: string
  readonly name: string
  readonly locale: string
  readonly active: boolean
  readonly deactivatedAt: Date | null
  readonly grants: readonly { readonly role: string; readonly siteId: string | null }[]
}

/** usersOf lists the people of a device. */
export async function usersOf(tx: Tx, deviceId: string): Promise<DeviceUser[]> {
  const rows = await tx.db.devicePerson.findMany({
    where: { orgId: tx.orgId, deviceId }, orderBy: { enrolledAt: 'asc' },
    select: { person: { select: { id: true, name: true, locale: true, active: true, deactivatedAt: true, grants: { select: { role: true, siteId: true } } } } },
  })
  return rows.map((row) => row.person)
}

/** noteSeen keeps when a device was heard of last and what it says of its outbox. */
export async function noteSeen(tx: Tx, id: string, seen: { waiting: number; oldestAt: Date | null }): Promise<void> {
  await tx.exec.query(
    'UPDATE device SET last_seen_at = now(), waiting = $3, oldest_waiting_at = $4::timestamptz WHERE org_id = $1::uuid AND id = $2::uuid',
    [tx.orgId, id, seen.waiting, seen.oldestAt],
  )
}

/** ListedDevice is a device as the list of devices shows it. */
export interface ListedDevice {
  readonly id: string
  readonly name: string
  readonly platform: string
  readonly enrolledAt: string
  readonly lastSeenAt: string
  readonly waiting: number
  readonly oldestWaitingAt: string | null
  readonly wipeAskedAt: string | null
  readonly wipedAt: string | null
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

/** devicesOf lists the organization's devices with their people, those heard of last first. */
export async function devicesOf(tx: Tx): Promise<(ListedDevice & { readonly grants: readonly { siteId: string | null }[] })[]> {
  const rows = await tx.db.device.findMany({
    where: { orgId: tx.orgId }, orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }], take: 500,
    include: { people: { orderBy: { enrolledAt: 'asc' }, select: { person: { select: { id: true, name: true, grants: { select: { siteId: true } } } } } } },
  })
  return rows.map((row) => ({
    id: row.id, name: row.name, platform: row.platform, enrolledAt: row.enrolledAt.toISOString(), lastSeenAt: row.lastSeenAt.toISOString(),
    waiting: row.waiting, oldestWaitingAt: row.oldestWaitingAt?.toISOString() ?? null,
    wipeAskedAt: row.wipeAskedAt?.toISOString() ?? null, wipedAt: row.wipedAt?.toISOString() ?? null,
    people: row.people.map(({ person }) => ({ id: person.id, name: person.name })), grants: row.people.flatMap(({ person }) => person.grants),
  }))
}

/** askWipe asks a device to empty itself; false when there is none that is not emptied already. */
export async function askWipe(tx: Tx, id: string, by: string | null): Promise<boolean> {
  const rows = await tx.exec.query(
    `UPDATE device SET wipe_asked_at = coalesce(wipe_asked_at, now()), wipe_asked_by = coalesce(wipe_asked_by, $3::uuid)
      WHERE org_id = $1::uuid AND id = $2::uuid AND wiped_at IS NULL RETURNING id`,
    [tx.orgId, id, by],
  )
  return rows.length > 0
}

/** noteWiped keeps that a device has emptied itself: its secret is worth nothing from then on. */
export async function noteWiped(tx: Tx, id: string): Promise<void> {
  await tx.exec.query(
    `UPDATE device SET wiped_at = now(), waiting = 0, oldest_waiting_at = NULL, secret_hash = 'wiped:' || id WHERE org_id = $1::uuid AND id = $2::uuid`,
    [tx.orgId, id],
  )
}
