import { tellOf } from '#server/flows/tell/index.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestDatabase } from '#tests/harness/database.ts'
import { orderPlant, type IncidentRow, type OrderPlant } from './order-plant.ts'

const ALL_DAY = { weekdays: [1, 2, 3, 4, 5, 6, 7], from_minute: 0, to_minute: 0 }

/** ToldPlant is an order plant whose people have mailboxes and a roster. */
export interface ToldPlant extends OrderPlant {
  /** Makes a further person and gives the id. */
  readonly person: (name: string, role: Role) => Promise<string>
  /** Makes a roster that calls these people in this order, all day. */
  readonly roster: (people: readonly string[], more?: Readonly<Record<string, unknown>>) => Promise<string>
  /** Stores an incident and tells of it as the worker does; gives its id. */
  readonly tellIncident: (row?: IncidentRow) => Promise<string>
  readonly tellAgain: (incidentId: string) => Promise<void>
  /** What people were told: "name kind", in the order of telling. */
  readonly told: (subjectId?: string) => Promise<string[]>
  /** What waits to be sent, or was sent: "channel name group items", by time. */
  readonly messages: () => Promise<string[]>
  readonly webhook: (address: string, more?: Readonly<Record<string, unknown>>) => Promise<string>
}

/** toldPlant makes an order plant whose people can be told, each by mail at <role>@plant.example. */
export async function toldPlant(database: TestDatabase): Promise<ToldPlant> {
  const plant = await orderPlant(database)
  const { orgId } = plant
  await database.query(`UPDATE person SET email = name || '@plant.example' WHERE org_id = $1`, [orgId])
  return {
    ...plant,
    person: async (name, role) => {
      const id = newId()
      await plant.insert('person', { id, name, email: `${name.toLowerCase().replaceAll(' ', '.')}@plant.example` })
      await plant.insert('role_grant', { id: newId(), person_id: id, role })
      return id
    },
    roster: async (people, more = {}) => {
      const id = newId()
      await plant.insert('roster', { id, site_id: plant.siteId, name: `Roster ${id}`, rotation_start: new Date('2026-01-05'), ...more })
      for (const [index, personId] of people.entries()) await plant.insert('roster_shift', { id: newId(), roster_id: id, person_id: personId, position: index + 1, ...ALL_DAY })
      return id
    },
    tellIncident: async (row = {}) => {
      const id = await plant.incident(row)
      await tellOf(orgId, { about: 'incident', incidentId: id })
      return id
    },
    tellAgain: async (incidentId) => void (await tellOf(orgId, { about: 'incident', incidentId })),
    told: async (subjectId) => {
      const rows = await database.query<{ text: string }>(
        `SELECT p.name || ' ' || n.kind AS text FROM notification n JOIN person p ON p.org_id = n.org_id AND p.id = n.person_id
         WHERE n.org_id = $1 AND ($2::text IS NULL OR n.subject_id = $2) ORDER BY n.at, n.id`, [orgId, subjectId ?? null],
      )
      return rows.map(({ text }) => text)
    },
    messages: async () => {
      const rows = await database.query<{ text: string }>(
        `SELECT concat_ws(' ', d.channel, coalesce(p.name, e.label), split_part(d.group_key, ':', 1) || CASE WHEN d.group_key LIKE '%:urgent' THEN '!' ELSE '' END,
                (SELECT count(*) FROM delivery_item i WHERE i.org_id = d.org_id AND i.delivery_id = d.id)) AS text
         FROM delivery d JOIN channel_endpoint e ON e.org_id = d.org_id AND e.id = d.endpoint_id LEFT JOIN person p ON p.org_id = e.org_id AND p.id = e.person_id
         WHERE d.org_id = $1 ORDER BY d.created_at, text`, [orgId],
      )
      return rows.map(({ text }) => text)
    },
    webhook: async (address, more = {}) => {
      const id = newId()
      await plant.insert('channel_endpoint', { id, kind: 'webhook', label: `hook ${id}`, address, categories: ['call', 'alarm', 'work', 'approval'], ...more })
      return id
    },
  }
}
