import type { CallFacts } from '#server/core/alarms/may-call.ts'
import type { Hold } from '#server/core/alarms/state.ts'
import type { Tenant } from './journal.repo.ts'
import type { Episode } from './settle.ts'

/** EpisodeRow is an incident with what decides whether it is held. */
export interface EpisodeRow extends Episode, CallFacts {
  readonly groupId: string | null
  readonly ruleId: string
  readonly pointNo: number
  /** "<ruleId>:<pointNo>" of every rule that fires in it. */
  readonly firing: readonly string[]
  readonly safety: boolean
  /** True for a replayed source, whose time is its data's. */
  readonly replay: boolean
}

type Stored = Omit<EpisodeRow, 'hold'>

/**
 * SELECT_EPISODE reads incidents `i` as EpisodeRows; a condition on `i` follows it. What belongs to an incident is looked up incident by incident (OFFSET 0
 * keeps it so): of an organization that is new the planner believes that it has one machine, and would go through all incidents again for each machine.
 */
const SELECT_EPISODE = `
  SELECT i.id, i.site_id AS "siteId", i.asset_id AS "assetId", i.key, i.priority, i.state = 'open' AS active, i.opened_at AS "openedAt", i.last_at AS "lastAt", i.resolved_at AS "resolvedAt",
         i.suppressed, i.held, i.parent_id AS "parentId", i.happened_offline AS "happenedOffline", i.group_id AS "groupId", i.rule_id AS "ruleId", i.point_no AS "pointNo", i.firing,
         coalesce(fm.safety, false) AS safety, coalesce(s.clock = 'replay', false) AS replay
  FROM incident i
  LEFT JOIN LATERAL (SELECT fm.safety FROM asset a JOIN failure_mode fm ON fm.org_id = a.org_id AND fm.class_id = a.class_id
    WHERE a.org_id = i.org_id AND a.id = i.asset_id AND fm.code = i.failure_mode OFFSET 0) fm ON true
  LEFT JOIN LATERAL (SELECT s.clock FROM point p JOIN source s ON s.org_id = p.org_id AND s.id = p.source_id WHERE p.org_id = i.org_id AND p.no = i.point_no OFFSET 0) s ON true
  WHERE i.org_id = $1::uuid AND `

/** holdOn is the hold that an alarm's state shows: maintenance counts as suppression by design. */
export const holdOn = (row: { readonly held: Hold | null; readonly suppressed: boolean }): Hold | null => row.held ?? (row.suppressed ? 'by-design' : null)

const withHold = (row: Stored): EpisodeRow => ({ ...row, hold: holdOn(row) })

/** readEpisodes reads incidents by their ids. */
export const readEpisodes = async ({ orgId, exec }: Tenant, ids: readonly string[]): Promise<EpisodeRow[]> =>
  (await exec.query<Stored>(`${SELECT_EPISODE} i.id = ANY($2::uuid[]) ORDER BY i.opened_at, i.id`, [orgId, ids])).map(withHold)

/** readEpisodesOf reads the incidents of alarms (keys) that a person still has to do with: the open ones, the newest one, and those whose state is not normal. */
export const readEpisodesOf = async ({ orgId, exec }: Tenant, keys: readonly string[]): Promise<EpisodeRow[]> =>
  (
    await exec.query<Stored>(
      `${SELECT_EPISODE} i.key = ANY($2::text[]) AND (i.state = 'open'
         OR NOT EXISTS (SELECT 1 FROM incident n WHERE n.org_id = i.org_id AND n.key = i.key AND n.opened_at > i.opened_at)
         OR EXISTS (SELECT 1 FROM alarm al WHERE al.org_id = i.org_id AND al.incident_id = i.id AND al.state <> 'normal'))
       ORDER BY i.opened_at, i.id`,
      [orgId, keys],
    )
  ).map(withHold)

/** readUnacknowledged reads the episodes of alarms (keys) that nobody has seen yet; with `folded`, those of alarms that are folded under them as well. */
export const readUnacknowledged = async ({ orgId, exec }: Tenant, keys: readonly string[], folded: boolean): Promise<EpisodeRow[]> =>
  (
    await exec.query<Stored>(
      `${SELECT_EPISODE} i.id IN (
         SELECT al.incident_id FROM alarm al JOIN incident n ON n.org_id = al.org_id AND n.id = al.incident_id
         LEFT JOIN incident parent ON parent.org_id = n.org_id AND parent.id = n.parent_id
         WHERE al.org_id = $1::uuid AND al.state IN ('unacknowledged-active', 'unacknowledged-returned') AND (n.key = ANY($2::text[]) OR ($3::boolean AND parent.key = ANY($2::text[]))))
       ORDER BY i.opened_at, i.id`,
      [orgId, keys, folded],
    )
  ).map(withHold)

/** heldToLookAt names the open incidents whose hold nobody ends by hand or at a fixed time: what holds them may be over. */
export const heldToLookAt = async ({ orgId, exec }: Tenant): Promise<string[]> =>
  (
    await exec.query<{ id: string }>(
      `SELECT id FROM incident WHERE org_id = $1::uuid AND held IN ('by-design', 'out-of-service') AND state = 'open' ORDER BY opened_at LIMIT 500`,
      [orgId],
    )
  ).map((row) => row.id)

/** callFactsOf reads what decides whether an incident may call people; null when there is no such incident. Ask mayCall of core/alarms. */
export async function callFactsOf(tenant: Tenant, incidentId: string): Promise<CallFacts | null> {
  const [row] = await readEpisodes(tenant, [incidentId])
  return row ?? null
}
