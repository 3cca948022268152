import { DEFAULT_LOCALE } from '#server/core/people/locales.ts'
import type { Tx } from '#server/platform/db.ts'

/** Claimed is a message that this transaction's caller is to send now, and nobody else. */
export interface Claimed {
  readonly id: string
  readonly channel: 'email' | 'push' | 'webhook'
  readonly route: string
  readonly groupKey: string
  readonly urgent: boolean
  readonly attempts: number
  readonly payload: unknown
  readonly createdAt: Date
  readonly endpoint: {
    readonly id: string
    readonly label: string
    readonly address: string
    readonly pushKey: string | null
    readonly pushAuth: string | null
    readonly secretVersion: number
    readonly oldSecretUntil: Date | null
    readonly personId: string | null
    readonly failures: number
  }
}

/**
 * claimDelivery takes a message that is due, so that it counts as being sent for so long (ms). 'busy' while its route has enough
 * under way, 'later' while its endpoint rests, null when there is nothing to do.
 */
export async function claimDelivery(tx: Tx, id: string, claimMs: number, most: (route: string) => number): Promise<Claimed | 'busy' | 'later' | null> {
  const { orgId } = tx
  const [found] = await tx.exec.query<{ route: string }>('SELECT route FROM delivery WHERE org_id = $1::uuid AND id = $2::uuid', [orgId, id])
  if (!found) return null
  // Claims of one route come one after another, so that counting what is under way counts for all of them.
  await tx.exec.query(`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('delivery:' || $1 || $2, 0))`, [orgId, found.route])
  const [due] = await tx.exec.query<{ gone: boolean; rests: boolean; under: number; openUntil: Date | null }>(
    `SELECT NOT e.enabled OR NOT coalesce(p.active, true) AS gone, NOT d.urgent AND coalesce(e.open_until > clock_timestamp(), false) AS rests, e.open_until AS "openUntil",
            (SELECT count(*)::int FROM delivery o WHERE o.org_id = d.org_id AND o.route = d.route AND o.state = 'sending' AND o.claimed_until > clock_timestamp()) AS under
     FROM delivery d JOIN channel_endpoint e ON e.org_id = d.org_id AND e.id = d.endpoint_id LEFT JOIN person p ON p.org_id = e.org_id AND p.id = e.person_id
     WHERE d.org_id = $1::uuid AND d.id = $2::uuid AND d.due_at <= clock_timestamp()
       AND (d.state IN ('waiting', 'retrying') OR (d.state = 'sending' AND d.claimed_until <= clock_timestamp()))`,
    [orgId, id],
  )
  if (!due) return null
  if (due.gone) {
    await tx.exec.query(
      `UPDATE delivery SET state = 'given-up', claimed_until = NULL, last_error = 'It was switched off before this was sent.' WHERE org_id = $1::uuid AND id = $2::uuid`, [orgId, id],
    )
    return null
  }
  if (due.rests) {
    await tx.exec.query(`UPDATE delivery SET due_at = $3::timestamptz, state = 'retrying' WHERE org_id = $1::uuid AND id = $2::uuid`, [orgId, id, due.openUntil])
    return 'later'
  }
  if (due.under >= most(found.route)) return 'busy'
  await tx.exec.query(
    `UPDATE delivery SET state = 'sending', attempts = attempts + 1, claimed_until = clock_timestamp() + $3 * interval '1 millisecond' WHERE org_id = $1::uuid AND id = $2::uuid`,
    [orgId, id, claimMs],
  )
  const row = await tx.db.delivery.findUniqueOrThrow({ where: { orgId_id: { orgId, id } }, include: { endpoint: true } })
  return { ...row, channel: row.channel === 'push' ? 'push' : row.channel === 'webhook' ? 'webhook' : 'email' }
}

/** ClaimedItem is one notification of a message, with the language of the person who gets it. */
export interface ClaimedItem {
  readonly kind: string
  readonly priority: number | null
  readonly params: unknown
  readonly repeat: number
  readonly subjectType: string
  readonly subjectId: string
}

/** itemsOf lists what a message tells, oldest first, with the reader's language. */
export async function itemsOf(tx: Tx, deliveryId: string): Promise<{ readonly locale: string; readonly items: ClaimedItem[] }> {
  const rows = await tx.db.deliveryItem.findMany({
    where: { orgId: tx.orgId, deliveryId }, orderBy: { notification: { at: 'asc' } },
    select: { repeat: true, notification: { select: { kind: true, priority: true, params: true, subjectType: true, subjectId: true, person: { select: { locale: true } } } } },
  })
  return { locale: rows[0]?.notification.person.locale ?? DEFAULT_LOCALE, items: rows.map(({ repeat, notification }) => ({ ...notification, repeat })) }
}
