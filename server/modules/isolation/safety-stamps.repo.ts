import type { Tx } from '#server/platform/db.ts'

/**
 * safetyStamps gives, for many orders in one query, a stamp that changes whenever the isolation plan that serves an order's machine, the order's isolations
 * or permits, or what else is on at the machine change; orders without any of these are left out. "At the machine" is what it is for closing: the
 * position, its parts, and the machine that it is a part of, looked for from the few things that are on.
 */
export async function safetyStamps(tx: Tx, orderIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.exec.query<{ id: string; stamp: string }>(
    `WITH RECURSIVE wanted AS (
       SELECT id, asset_id FROM work_order WHERE org_id = $1::uuid AND id = ANY ($2::uuid[])
     ), up AS (
       SELECT a.id AS of, a.id, a.parent_id, a.level FROM asset a WHERE a.org_id = $1::uuid AND a.id IN (SELECT asset_id FROM wanted)
       UNION
       SELECT up.of, a.id, a.parent_id, a.level FROM up JOIN asset a ON a.org_id = $1::uuid AND a.id = up.parent_id WHERE up.level = 'component'
     ), plans AS (
       SELECT up.of, string_agg(p.id::text, ',' ORDER BY p.id) AS said FROM up
         JOIN isolation_plan p ON p.org_id = $1::uuid AND p.asset_id = up.id AND p.published_at IS NOT NULL GROUP BY up.of
     ), acts AS (
       SELECT i.work_order_id AS id, count(*)::text AS said FROM isolation i JOIN isolation_event e ON e.org_id = i.org_id AND e.isolation_id = i.id
        WHERE i.org_id = $1::uuid AND i.work_order_id = ANY ($2::uuid[]) GROUP BY 1
     ), permits AS (
       SELECT p.work_order_id AS id, count(*)::text AS said FROM permit p JOIN permit_event e ON e.org_id = p.org_id AND e.permit_id = p.id
        WHERE p.org_id = $1::uuid AND p.work_order_id = ANY ($2::uuid[]) GROUP BY 1
     ), standing AS (
       SELECT i.id::text || i.locks::text || (i.ended_at IS NULL)::text AS said, i.asset_id FROM isolation i WHERE i.org_id = $1::uuid AND (i.ended_at IS NULL OR i.locks <> '[]'::jsonb)
       UNION ALL
       SELECT p.id::text, p.asset_id FROM permit p WHERE p.org_id = $1::uuid AND p.closed_at IS NULL
     ), above AS (
       SELECT s.said, a.id, a.parent_id FROM standing s JOIN asset a ON a.org_id = $1::uuid AND a.id = s.asset_id
       UNION
       SELECT above.said, a.id, a.parent_id FROM above JOIN asset a ON a.org_id = $1::uuid AND a.id = above.parent_id
     ), below AS (
       SELECT said, asset_id AS id FROM standing
       UNION
       SELECT below.said, a.id FROM below JOIN asset a ON a.org_id = $1::uuid AND a.parent_id = below.id AND a.level = 'component'
     ), guards AS (
       SELECT id, string_agg(said, ',' ORDER BY said) AS said FROM (SELECT id, said FROM above UNION SELECT id, said FROM below) AS near GROUP BY id
     )
     SELECT w.id, md5(concat_ws('|', coalesce(plans.said, ''), coalesce(acts.said, ''), coalesce(permits.said, ''), coalesce(guards.said, ''))) AS stamp
       FROM wanted w LEFT JOIN plans ON plans.of = w.asset_id LEFT JOIN acts ON acts.id = w.id LEFT JOIN permits ON permits.id = w.id LEFT JOIN guards ON guards.id = w.asset_id
      WHERE coalesce(plans.said, acts.said, permits.said, guards.said) IS NOT NULL`,
    [tx.orgId, orderIds],
  )
  return new Map(rows.map(({ id, stamp }) => [id, stamp]))
}
