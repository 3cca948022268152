import type { Tx } from '#server/platform/db.ts'

/**
 * shiftStamp is a stamp that changes whenever one of the newest handovers of sites, a temporary repair that stands, a machine's open alarms or a place does.
 * Every tablet asks for it twice a minute: it is one query, and sums see what was committed late, too.
 */
export async function shiftStamp(tx: Tx, sites: 'all' | readonly string[], newest: number): Promise<string> {
  const here = (column: string): string => `($2::uuid[] IS NULL OR ${column} = ANY ($2::uuid[]))`
  const sum = (text: string): string => `count(*) || '.' || coalesce(sum(hashtextextended(concat_ws(' ', ${text}), 0)), 0)`
  const [row] = await tx.exec.query<{ stamp: string }>(
    `SELECT md5(concat_ws('|',
       (SELECT string_agg(concat_ws(' ', h.id, h.acknowledged_at), ',' ORDER BY h.id)
          FROM (SELECT id, acknowledged_at FROM handover WHERE org_id = $1::uuid AND ${here('site_id')} ORDER BY signed_at DESC, id DESC LIMIT $3) AS h),
       (SELECT ${sum('r.id, r.owner_id, r.expires_at, r.work_order_id')} FROM temporary_repair r WHERE r.org_id = $1::uuid AND r.removed_at IS NULL AND ${here('r.site_id')}),
       (SELECT ${sum('i.id, i.priority, a.tag, a.name')} FROM incident i JOIN asset a ON a.org_id = i.org_id AND a.id = i.asset_id
         WHERE i.org_id = $1::uuid AND i.state = 'open' AND NOT i.happened_offline AND ${here('a.site_id')}),
       (SELECT ${sum('a.id, a.tag, a.name')} FROM asset a WHERE a.org_id = $1::uuid AND a.level = 'area' AND ${here('a.site_id')}),
       (SELECT ${sum('s.id, s.name, s.time_zone')} FROM site s WHERE s.org_id = $1::uuid AND ${here('s.id')})
     )) AS stamp`,
    [tx.orgId, sites === 'all' ? null : sites, newest],
  )
  return row?.stamp ?? ''
}
