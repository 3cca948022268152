import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'

/** WebhookRow is a webhook of the organization, with how it last went. Its secret is not among it. */
export interface WebhookRow {
  readonly id: string
  readonly label: string
  readonly address: string
  readonly siteId: string | null
  readonly categories: string[]
  readonly minPriority: number
  readonly enabled: boolean
  readonly secretVersion: number
  /** Until when the secret before this one signs, too. */
  readonly oldSecretUntil: Date | null
  readonly failures: number
  readonly openUntil: Date | null
  readonly lastOkAt: Date | null
  readonly lastTriedAt: Date | null
  readonly lastError: string | null
}

const SHOWN = {
  id: true, label: true, address: true, siteId: true, categories: true, minPriority: true, enabled: true, secretVersion: true, oldSecretUntil: true, failures: true,
  openUntil: true, lastOkAt: true, lastTriedAt: true, lastError: true,
} as const

/** webhooksOf lists the organization's webhooks, by name. */
export const webhooksOf = (tx: Tx): Promise<WebhookRow[]> =>
  tx.db.channelEndpoint.findMany({ where: { orgId: tx.orgId, kind: 'webhook' }, orderBy: [{ label: 'asc' }, { id: 'asc' }], select: SHOWN })

/** webhookById reads one webhook; null when there is none. */
export const webhookById = (tx: Tx, id: string): Promise<WebhookRow | null> =>
  tx.db.channelEndpoint.findFirst({ where: { orgId: tx.orgId, id, kind: 'webhook' }, select: SHOWN })

/** WebhookFields is what a person says of a webhook. */
export interface WebhookFields {
  readonly label: string
  readonly address: string
  readonly siteId: string | null
  readonly categories: readonly string[]
  readonly minPriority: number
  readonly enabled: boolean
}

/** insertWebhook stores a new webhook and gives its id. */
export async function insertWebhook(tx: Tx, fields: WebhookFields, createdBy: string | null): Promise<string> {
  const id = newId()
  await tx.db.channelEndpoint.create({ data: { orgId: tx.orgId, id, kind: 'webhook', createdBy, ...fields, categories: [...fields.categories] } })
  return id
}

/** updateWebhook changes what is said of a webhook; it starts without failures. */
export async function updateWebhook(tx: Tx, id: string, fields: Partial<WebhookFields & Pick<WebhookRow, 'secretVersion' | 'oldSecretUntil'>>): Promise<void> {
  const { categories, ...rest } = fields
  await tx.db.channelEndpoint.update({
    where: { orgId_id: { orgId: tx.orgId, id } },
    data: { ...rest, ...(categories === undefined ? {} : { categories: [...categories] }), failures: 0, openUntil: null, lastError: null },
  })
}

/** deleteWebhook takes a webhook away, with what still waited for it. */
export async function deleteWebhook(tx: Tx, id: string): Promise<void> {
  await tx.db.channelEndpoint.delete({ where: { orgId_id: { orgId: tx.orgId, id } } })
}

/** siteExists tells whether a site is the organization's. */
export const siteExists = async (tx: Tx, id: string): Promise<boolean> => (await tx.db.site.count({ where: { orgId: tx.orgId, id } })) > 0

/** WebhookMessage is a message for one webhook; its key makes it be left once. */
export interface WebhookMessage {
  readonly endpointId: string
  readonly key: string
  readonly route: string
  readonly groupKey: string
  readonly urgent: boolean
  readonly payload: unknown
}

/** insertMessage leaves a message for a webhook under its key; null when it is there already. */
export async function insertMessage(tx: Tx, row: WebhookMessage): Promise<{ id: string; dueAt: Date } | null> {
  const [made] = await tx.exec.query<{ id: string; dueAt: Date }>(
    `INSERT INTO delivery (org_id, id, endpoint_id, key, channel, route, group_key, urgent, due_at, payload)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4, 'webhook', $5, $6, $7, clock_timestamp(), $8::jsonb) ON CONFLICT (org_id, key) DO NOTHING RETURNING id, due_at AS "dueAt"`,
    [tx.orgId, newId(), row.endpointId, row.key, row.route, row.groupKey, row.urgent, JSON.stringify(row.payload)],
  )
  return made ?? null
}

/** Addressee is a person as a gateway for text messages or pagers needs him. */
export interface Addressee {
  readonly id: string
  readonly name: string
  readonly phone: string | null
}

/** addresseesOf reads people with their telephone numbers, in the order given. */
export async function addresseesOf(tx: Tx, ids: readonly string[]): Promise<Addressee[]> {
  const rows = await tx.exec.query<Addressee>(
    `SELECT p.id, p.name, e.address AS phone FROM person p
     LEFT JOIN channel_endpoint e ON e.org_id = p.org_id AND e.person_id = p.id AND e.kind = 'phone' AND e.enabled WHERE p.org_id = $1::uuid AND p.id = ANY($2::uuid[])`,
    [tx.orgId, ids],
  )
  return ids.flatMap((id) => rows.filter((row) => row.id === id))
}
