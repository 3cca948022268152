import { isMailSetUp } from '#server/platform/mail/send-mail.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import type { Channel } from '#server/core/notify/kinds.ts'
import { DEFAULT_PREFERENCE, preference, type Preference } from '#server/core/notify/preference.ts'

/** Recipient is a person to be told: how he wants it, and where he can be reached. */
export interface Recipient {
  readonly id: string
  readonly preference: Preference
  readonly endpoints: readonly { readonly id: string; readonly channel: Channel; readonly address: string }[]
}

/** A person's mailbox is the address of his account: it follows when that changes. */
async function followMailboxes(tx: Tx, personIds: readonly string[]): Promise<void> {
  const people = await tx.exec.query<{ id: string; email: string }>(
    `SELECT p.id, p.email FROM person p LEFT JOIN channel_endpoint e ON e.org_id = p.org_id AND e.person_id = p.id AND e.kind = 'email'
     WHERE p.org_id = $1::uuid AND p.id = ANY($2::uuid[]) AND p.email IS NOT NULL AND p.email <> '' AND e.address IS DISTINCT FROM p.email`,
    [tx.orgId, personIds],
  )
  for (const { id, email } of people) {
    await tx.exec.query(
      `INSERT INTO channel_endpoint (org_id, id, kind, person_id, label, address) VALUES ($1::uuid, $2::uuid, 'email', $3::uuid, $4, $4)
       ON CONFLICT (org_id, person_id, kind) WHERE kind IN ('email', 'phone')
       DO UPDATE SET address = excluded.address, label = excluded.label, failures = 0, open_until = NULL, last_error = NULL, enabled = true`,
      [tx.orgId, newId(), id, email],
    )
  }
}

/** recipientsOf reads how people want to be told and where; inactive people are left out, and mailboxes where this installation sends no mail. */
export async function recipientsOf(tx: Tx, personIds: readonly string[]): Promise<Recipient[]> {
  const mail = isMailSetUp()
  if (mail) await followMailboxes(tx, personIds)
  const people = await tx.db.person.findMany({
    where: { orgId: tx.orgId, id: { in: [...personIds] }, active: true },
    select: {
      id: true, notificationPreferencePerson: true,
      channelEndpointPerson: { where: { enabled: true, kind: { in: mail ? ['email', 'push'] : ['push'] } }, select: { id: true, kind: true, address: true } },
    },
  })
  return people.map((person) => {
    const stored = preference.safeParse(person.notificationPreferencePerson ?? {})
    return {
      id: person.id,
      preference: stored.success ? stored.data : DEFAULT_PREFERENCE,
      endpoints: person.channelEndpointPerson.map(({ id, kind, address }) => ({ id, address, channel: kind === 'push' ? 'push' : 'email' })),
    }
  })
}

/** LastSent is when the newest message of a group went to an endpoint. */
export interface LastSent {
  readonly endpointId: string
  readonly groupKey: string
  readonly at: Date
}

/** lastSentTo reads when which group last went to endpoints; messages that still gather do not count. */
export const lastSentTo = (tx: Tx, endpointIds: readonly string[]): Promise<LastSent[]> =>
  tx.exec.query<LastSent>(
    `SELECT endpoint_id AS "endpointId", group_key AS "groupKey", max(coalesce(sent_at, due_at)) AS at FROM delivery
     WHERE org_id = $1::uuid AND endpoint_id = ANY($2::uuid[]) AND state <> 'waiting' AND created_at > now() - interval '1 day' GROUP BY 1, 2`,
    [tx.orgId, endpointIds],
  )
