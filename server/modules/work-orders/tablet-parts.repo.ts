import { siteScope, type PersonActor } from '#server/core/people/actor.ts'
import type { Tx } from '#server/platform/db.ts'

// A part of the stores' list as a tablet keeps it.
interface TabletPart {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly unit: string
  readonly bin: string | null
}

/** TabletParts is the stores' list with a stamp that changes whenever a part does. */
export interface TabletParts {
  readonly stamp: string
  readonly rows: readonly TabletPart[]
}

const EMPTY: TabletParts = { stamp: '0.0', rows: [] }

/**
 * tabletParts reads the stores' list, which is one for all sites; null when the tablet has this edition. Tablets ask twice a minute, so the stamp is
 * counted where the rows are (a sum of hashes needs no sorting), and only a list that has changed leaves the database.
 */
export async function tabletParts(tx: Tx, actor: PersonActor, have: string | null): Promise<TabletParts | null> {
  const sites = siteScope(actor, 'work-order.execute')
  if (sites !== 'all' && sites.length === 0) return have === EMPTY.stamp ? null : EMPTY
  const [now] = await tx.exec.query<{ stamp: string }>(
    `SELECT count(*) || '.' || coalesce(sum(hashtextextended(jsonb_build_array(id, number, name, unit, bin)::text, 0)::numeric), 0) AS stamp FROM part WHERE org_id = $1::uuid`,
    [tx.orgId],
  )
  const stamp = now?.stamp ?? EMPTY.stamp
  if (stamp === have) return null
  return { stamp, rows: await tx.exec.query<TabletPart>('SELECT id, number, name, unit, bin FROM part WHERE org_id = $1::uuid ORDER BY number', [tx.orgId]) }
}
