import type { Preference } from '#server/core/notify/preference.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'

/** OwnEndpoint is a place where a person is reached, with how it last went. */
export interface OwnEndpoint {
  readonly id: string
  readonly kind: string
  readonly label: string
  readonly address: string
  readonly enabled: boolean
  readonly failures: number
  readonly lastOkAt: Date | null
  readonly lastError: string | null
}

/** ownEndpoints lists where a person is reached. */
export const ownEndpoints = (tx: Tx, personId: string): Promise<OwnEndpoint[]> =>
  tx.db.channelEndpoint.findMany({
    where: { orgId: tx.orgId, personId }, orderBy: [{ kind: 'asc' }, { createdAt: 'asc' }],
    select: { id: true, kind: true, label: true, address: true, enabled: true, failures: true, lastOkAt: true, lastError: true },
  })

/** Browser is a browser's push subscription, with the name it is listed under. */
export interface Browser {
  readonly address: string
  readonly key: string
  readonly auth: string
  readonly label: string
}

/** saveBrowser keeps a browser's subscription for a person; a browser that another person used before is his from now on. */
export async function saveBrowser(tx: Tx, personId: string, browser: Browser): Promise<string> {
  const [row] = await tx.exec.query<{ id: string }>(
    `INSERT INTO channel_endpoint (org_id, id, kind, person_id, label, address, push_key, push_auth) VALUES ($1::uuid, $2::uuid, 'push', $3::uuid, $4, $5, $6, $7)
     ON CONFLICT (org_id, address) WHERE kind = 'push' DO UPDATE SET person_id = excluded.person_id, label = excluded.label, push_key = excluded.push_key, push_auth = excluded.push_auth,
       enabled = true, failures = 0, open_until = NULL, last_error = NULL RETURNING id`,
    [tx.orgId, newId(), personId, browser.label, browser.address, browser.key, browser.auth],
  )
  if (!row) throw new Error('a browser neither was there nor was made')
  return row.id
}

/** countBrowsers is how many browsers of a person are kept. */
export const countBrowsers = (tx: Tx, personId: string): Promise<number> => tx.db.channelEndpoint.count({ where: { orgId: tx.orgId, personId, kind: 'push' } })

/** removeOwn takes an endpoint of a person away; false when he has none of that id. */
export const removeOwn = async (tx: Tx, personId: string, id: string): Promise<boolean> =>
  (await tx.db.channelEndpoint.deleteMany({ where: { orgId: tx.orgId, personId, id, kind: { in: ['push', 'phone'] } } })).count > 0

/** removeBrowser takes a browser of a person away by its address. */
export async function removeBrowser(tx: Tx, personId: string, address: string): Promise<void> {
  await tx.db.channelEndpoint.deleteMany({ where: { orgId: tx.orgId, personId, kind: 'push', address } })
}

/** savePhone keeps a person's telephone number; null takes it away. */
export async function savePhone(tx: Tx, personId: string, phone: string | null): Promise<void> {
  if (phone === null) {
    await tx.db.channelEndpoint.deleteMany({ where: { orgId: tx.orgId, personId, kind: 'phone' } })
    return
  }
  await tx.exec.query(
    `INSERT INTO channel_endpoint (org_id, id, kind, person_id, label, address) VALUES ($1::uuid, $2::uuid, 'phone', $3::uuid, $4, $4)
     ON CONFLICT (org_id, person_id, kind) WHERE kind IN ('email', 'phone') DO UPDATE SET address = excluded.address, label = excluded.label, enabled = true`,
    [tx.orgId, newId(), personId, phone],
  )
}

/** preferenceRow is what a person has chosen, as it is stored; null when he has chosen nothing. */
export const preferenceRow = (tx: Tx, personId: string): Promise<{ channels: unknown; quiet: boolean; quietFrom: number; quietTo: number } | null> =>
  tx.db.notificationPreference.findUnique({ where: { orgId_personId: { orgId: tx.orgId, personId } }, select: { channels: true, quiet: true, quietFrom: true, quietTo: true } })

/** savePreference stores what a person has chosen. */
export async function savePreference(tx: Tx, personId: string, chosen: Preference): Promise<void> {
  await tx.exec.query(
    `INSERT INTO notification_preference (org_id, person_id, channels, quiet, quiet_from, quiet_to, updated_at) VALUES ($1::uuid, $2::uuid, $3::jsonb, $4, $5, $6, now())
     ON CONFLICT (org_id, person_id) DO UPDATE SET channels = excluded.channels, quiet = excluded.quiet, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, updated_at = now()`,
    [tx.orgId, personId, JSON.stringify(chosen.channels), chosen.quiet, chosen.quietFrom, chosen.quietTo],
  )
}
