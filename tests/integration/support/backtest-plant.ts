import { ruleDefinition, type RuleDefinitionInput } from '#server/core/condition/definition.ts'
import { withClient } from '#tests/harness/cluster.ts'
import type { TestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { newId } from '#server/platform/ids.ts'

const DAY = 86_400_000
const MINUTE = 60_000

/** DAYS is how much past the plant has, a reading each minute. */
export const DAYS = 40

/** HOT is its rule in force: the machine runs at 50 with a little swing, and at 90 for three hours on some days. */
export const HOT: RuleDefinitionInput = { kind: 'threshold', points: ['temp'], direction: 'above', limit: 80, clear: 70, forMs: 10 * MINUTE, priority: 3, failureMode: 'OHE' }

/** PastOrder is an order as closing leaves it; times in days since the begin. Without an alert a person filed it. */
export interface PastOrder {
  readonly verdict?: string
  readonly effect?: string
  readonly alert?: number
  readonly lost?: number
  readonly started: number
  readonly ended: number
}

/** PastPlant is a plant with 40 days of readings behind it. */
export interface PastPlant extends Plant {
  /** When day 0 began, epoch ms: a whole UTC day. */
  readonly begin: number
  /** Files an order of the machine, and gives its id. */
  readonly order: (of: PastOrder) => Promise<string>
}

/** HOT_DAYS are the days on whose noon the machine runs hot; WARM_DAYS those on which it reaches 75 only. */
export const HOT_DAYS = [5, 12, 20, 30] as const
export const WARM_DAYS = [15, 35] as const

/** pastPlant makes it. Readings are written straight into their table, as an import leaves them: they are older than a sender may send. */
export async function pastPlant(database: TestDatabase, rules: readonly RuleDefinitionInput[] = [HOT]): Promise<PastPlant> {
  const plant = await makePlant({ rules: rules.map((rule) => ruleDefinition.parse(rule)), stalenessMs: 5 * MINUTE })
  const begin = Math.floor(Date.now() / DAY) * DAY - DAYS * DAY
  await withClient(database.superUrl, async (client) => {
    await client.query('SELECT telemetry.ensure_partitions($1::date, $2::date)', [new Date(begin), new Date(begin + DAYS * DAY)])
    await client.query(
      `INSERT INTO telemetry.reading (point_no, org_no, ts, value, quality)
       SELECT $1, o.no, to_timestamp($2::float8 / 1000) + i * interval '1 minute',
              CASE WHEN i / 1440 = ANY ($3::int[]) AND i % 1440 BETWEEN 720 AND 899 THEN 90 WHEN i / 1440 = ANY ($4::int[]) AND i % 1440 BETWEEN 720 AND 899 THEN 75 ELSE 50 + (i * 7) % 11 / 10.0 END, 8
       FROM generate_series(0, $5::int * 1440 - 1) AS i, organization o WHERE o.id = $6`,
      [plant.points[0]?.no, begin, HOT_DAYS, WARM_DAYS, DAYS, plant.orgId],
    )
  })
  let no = 0
  return {
    ...plant, begin,
    order: async ({ verdict, effect, alert, lost, started, ended }) => {
      no += 1
      const [id, incidentId] = [newId(), alert === undefined ? null : newId()]
      const at = (days: number | undefined): Date | null => (days === undefined ? null : new Date(begin + days * DAY))
      const [version] = await database.query<{ id: string }>('SELECT id FROM rule_version WHERE rule_id = $1', [plant.ruleIds[0]])
      if (incidentId !== null) {
        await database.query(
          `INSERT INTO incident (org_id, id, site_id, asset_id, key, failure_mode, rule_id, rule_version_id, point_no, state, priority, opened_at, last_at, resolved_at, value, "limit", peak_value, peak_at, firing)
           VALUES ($1, $2, $3, $4, $5, 'OHE', $6, $7, $8, 'resolved', 3, $9, $9, $10, 90, 80, 90, $9, '{}')`,
          [plant.orgId, incidentId, plant.siteId, plant.assetIds[0], `${plant.assetIds[0]}:OHE`, plant.ruleIds[0], version?.id, plant.points[0]?.no, at(alert), at(ended)],
        )
      }
      await database.query(
        `INSERT INTO work_order (org_id, id, no, site_id, asset_id, kind, source, status, priority, title, failure_mode, incident_id, rule_id, rule_version_id, verdict, effect, function_lost_at, work_started_at,
                                 returned_at, closed_at, idempotency_key)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'closed', 3, 'An order', 'OHE', $8, $9, $10, $11, $12, $13, $14, $15, $15, $16)`,
        [
          plant.orgId, id, no, plant.siteId, plant.assetIds[0], alert === undefined ? 'corrective' : 'predictive', alert === undefined ? 'manual' : 'condition', incidentId,
          alert === undefined ? null : plant.ruleIds[0], alert === undefined ? null : version?.id, verdict ?? null, effect ?? null, at(lost), at(started), at(ended), newId(),
        ],
      )
      return id
    },
  }
}
