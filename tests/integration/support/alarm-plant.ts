import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import type { Grant, PersonActor } from '#server/core/people/actor.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { drainOnce } from '#server/flows/drain-lane/index.ts'
import { ensureTicket } from '#server/flows/ensure-ticket.ts'
import { acceptBatch } from '#server/modules/telemetry/index.ts'
import { newId } from '#server/platform/ids.ts'
import { markOutboxDone, type IncidentCause } from '#server/platform/outbox.ts'
import type { TestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant, type PlantShape } from '#tests/harness/plant.ts'

/** HOT opens an incident of priority 3 at once when a temperature is above 80. */
export const HOT: RuleDefinitionInput = { kind: 'threshold', points: ['temp'], direction: 'above', limit: 80, clear: 70, forMs: 0, priority: 3, failureMode: 'OHE' }

/** StoredIncident is an incident as tests look at it. */
export interface StoredIncident {
  readonly id: string
  readonly assetId: string
  readonly tag: string
  readonly key: string
  readonly state: string
  readonly priority: number
  readonly held: string | null
  readonly parentId: string | null
  readonly alarm: string | null
}

/** StoredOrder is a work order as tests look at it. */
export interface StoredOrder {
  readonly id: string
  readonly status: string
  readonly assetId: string
  readonly incidentId: string
  readonly duplicateOf: string | null
}

/** AlarmPlant is a plant whose readings go through the real door, drain and ticket policy. */
export interface AlarmPlant extends Plant {
  /** Sends values by machine number (its point `temp`, or `<machine>.<code>`) at a time, and judges them; tickets come with `tickets`. */
  readonly send: (at: number, values: Readonly<Record<string, number>>) => Promise<void>
  /** Sends without judging. */
  readonly post: (at: number, values: Readonly<Record<string, number>>) => Promise<void>
  readonly drain: () => Promise<void>
  /** Works off every message, as the worker would; tells how many. */
  readonly tickets: () => Promise<number>
  readonly incidents: () => Promise<StoredIncident[]>
  readonly orders: () => Promise<StoredOrder[]>
  readonly actor: (role: Role) => PersonActor
}

/** alarmPlant makes such a plant, with one person who can have any role. */
export async function alarmPlant(database: TestDatabase, shape: PlantShape = {}): Promise<AlarmPlant> {
  const clock = shape.machines ?? 1
  // One machine more, which is always well, says how late it is: what has the newest time waits.
  const plant = await makePlant({ rules: [HOT], ...shape, machines: clock + 1 })
  const personId = newId()
  await database.query(`INSERT INTO person (org_id, id, name) VALUES ($1, $2, 'Somebody')`, [plant.orgId, personId])
  await database.query(`INSERT INTO failure_mode (org_id, id, class_id, code, name, safety) VALUES ($1, $2, $3, 'GAS', 'Gas leak', true)`, [plant.orgId, newId(), plant.classId])
  const codes = shape.codes ?? ['temp']
  const keyOf = (name: string): string | undefined => {
    const [machine, code = 'temp'] = name.split('.')
    return plant.points[Number(machine) * codes.length + codes.indexOf(code)]?.key
  }
  const post = async (at: number, values: Readonly<Record<string, number>>): Promise<void> => {
    const readings = { ...values, [String(clock)]: 20 }
    const rows = Object.entries(readings).map(([name, value]) => ({ point: keyOf(name), ts: name === String(clock) ? at + 1 : at, value }))
    await acceptBatch(plant.source, { batchKey: newId(), readings: rows })
  }
  const drain = async (): Promise<void> => {
    while ((await drainOnce(plant.source.laneNo)).batches > 0);
  }
  return {
    ...plant, post, drain,
    send: async (at, values) => {
      await post(at, values)
      await drain()
    },
    tickets: async () => {
      for (let done = 0; ; ) {
        const rows = await database.query<{ no: string; payload: { incidentId: string; cause: IncidentCause } }>(
          `SELECT no::text, payload FROM outbox WHERE org_id = $1 AND topic = 'incident.changed' AND done_at IS NULL ORDER BY no`, [plant.orgId])
        for (const { no, payload } of rows) {
          await ensureTicket({ orgId: plant.orgId, ...payload })
          await markOutboxDone(no)
        }
        done += rows.length
        if (rows.length === 0) return done
      }
    },
    incidents: () =>
      database.query<StoredIncident>(
        `SELECT i.id, i.asset_id AS "assetId", a.tag, i.key, i.state, i.priority, i.held, i.parent_id AS "parentId", al.state AS alarm
         FROM incident i JOIN asset a ON a.org_id = i.org_id AND a.id = i.asset_id LEFT JOIN alarm al ON al.org_id = i.org_id AND al.incident_id = i.id
         WHERE i.org_id = $1 ORDER BY i.opened_at, length(a.tag), a.tag`,
        [plant.orgId],
      ),
    orders: () =>
      database.query<StoredOrder>(
        `SELECT id, status, asset_id AS "assetId", incident_id AS "incidentId", duplicate_of AS "duplicateOf" FROM work_order WHERE org_id = $1 ORDER BY no`, [plant.orgId]),
    actor: (role) => {
      const grants: Grant[] = [{ role, siteId: null }]
      return { type: 'person', orgId: plant.orgId, personId, name: 'Somebody', grants }
    },
  }
}
