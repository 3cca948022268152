import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import type { Category, Kind, Params } from '#server/core/notify/kinds.ts'
import type { PlannedMessage } from '#server/core/notify/plan.ts'

/** NewNotification is one telling of one person. */
export interface NewNotification {
  readonly personId: string
  /** Unique: the event and the person. */
  readonly key: string
  readonly kind: Kind
  readonly category: Category
  readonly siteId: string | null
  readonly priority: number | null
  readonly safety: boolean
  readonly subjectType: string
  readonly subjectId: string
  readonly groupKey: string
  readonly params: Params
  readonly at: Date
  readonly repeatAt: Date | null
}

/** insertNotification stores a telling and gives its id; null when its key is there already, so that nobody is told twice. */
export async function insertNotification(tx: Tx, row: NewNotification): Promise<string | null> {
  const [made] = await tx.exec.query<{ id: string }>(
    `INSERT INTO notification (org_id, id, person_id, key, kind, category, site_id, priority, safety, subject_type, subject_id, group_key, params, at, repeat_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7::uuid, $8, $9, $10, $11, $12, $13::jsonb, $14::timestamptz, $15::timestamptz)
     ON CONFLICT (org_id, key) DO NOTHING RETURNING id`,
    [
      tx.orgId, newId(), row.personId, row.key, row.kind, row.category, row.siteId, row.priority, row.safety, row.subjectType, row.subjectId, row.groupKey,
      JSON.stringify(row.params), row.at, row.repeatAt,
    ],
  )
  return made?.id ?? null
}

/** Rung is a message that waits to be sent: which, and from when on. */
export interface Rung {
  readonly orgId: string
  readonly deliveryId: string
  readonly attempts: number
  readonly dueAt: Date
}

/** joinDelivery puts a notification into the message of its group that gathers for an endpoint, or begins one. */
export async function joinDelivery(tx: Tx, notificationId: string, repeat: number, route: string, message: PlannedMessage): Promise<Rung> {
  const id = newId()
  const dueAt = new Date(message.dueAt)
  const [row] = await tx.exec.query<{ id: string; dueAt: Date }>(
    `INSERT INTO delivery (org_id, id, endpoint_id, key, channel, route, group_key, urgent, due_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7, $8, $9::timestamptz)
     ON CONFLICT (org_id, endpoint_id, group_key) WHERE state = 'waiting' AND channel <> 'webhook'
     DO UPDATE SET due_at = least(delivery.due_at, excluded.due_at) RETURNING id, due_at AS "dueAt"`,
    [tx.orgId, id, message.endpointId, `${message.endpointId}:${notificationId}:${repeat}`, message.channel, route, message.groupKey, message.urgent, dueAt],
  )
  if (!row) throw new Error('a message neither was there nor was made')
  await tx.exec.query(
    'INSERT INTO delivery_item (org_id, delivery_id, notification_id, repeat) VALUES ($1::uuid, $2::uuid, $3::uuid, $4) ON CONFLICT DO NOTHING',
    [tx.orgId, row.id, notificationId, repeat],
  )
  return { orgId: tx.orgId, deliveryId: row.id, attempts: 0, dueAt: row.dueAt }
}
