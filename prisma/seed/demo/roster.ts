import { DAY_MS } from '#server/core/kernel/time.ts'
import type { Exec } from '#server/platform/db.ts'
import { insertRows } from '../support/insert.ts'
import { seedId } from '../support/seed-id.ts'
import { DEMO_PEOPLE } from './people.ts'

const NIGHT = { from_minute: 18 * 60, to_minute: 6 * 60 }
const DAY = { from_minute: 6 * 60, to_minute: 18 * 60 }
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

// The technician by day, and at night on weekdays; the supervisor second at night. Only the highest priority calls somebody,
// so that the fan's story, which is of the second, can be told without a call.
const LINES = [
  { role: 'technician', position: 1, weekdays: EVERY_DAY, ...DAY },
  { role: 'technician', position: 1, weekdays: [1, 2, 3, 4, 5], ...NIGHT },
  { role: 'supervisor', position: 2, weekdays: EVERY_DAY, ...NIGHT },
] as const

/** writeRoster makes the demo's skill and its on-call roster of the people who are there. */
export async function writeRoster(exec: Exec, { orgId, siteId, startedAtMs }: { readonly orgId: string; readonly siteId: string; readonly startedAtMs: number }): Promise<void> {
  const skillId = seedId(orgId, 'skill:mechanics')
  const rosterId = seedId(orgId, 'roster:mechanics')
  await insertRows(exec, 'skill', [{ org_id: orgId, id: skillId, code: 'MECH', name: 'Mechanics', failure_modes: ['VIB', 'OHE', 'STD', 'BRD'] }])
  await insertRows(exec, 'roster', [{
    org_id: orgId, id: rosterId, site_id: siteId, skill_id: skillId, name: 'Mechanics on call', step_minutes: 10, call_from: 1, rotation_start: new Date(Math.floor(startedAtMs / DAY_MS) * DAY_MS),
  }])
  for (const [index, { role, ...line }] of LINES.entries()) {
    const email = DEMO_PEOPLE.find((person) => person.role === role)?.email ?? ''
    await exec.query(
      `INSERT INTO roster_shift (org_id, id, roster_id, person_id, position, weekdays, from_minute, to_minute)
       SELECT org_id, $2::uuid, $3::uuid, id, $5, $6::int[], $7, $8 FROM person WHERE org_id = $1::uuid AND email = $4 ON CONFLICT DO NOTHING`,
      [orgId, seedId(orgId, `roster:mechanics:${index}`), rosterId, email, line.position, line.weekdays, line.from_minute, line.to_minute],
    )
    await exec.query(
      'INSERT INTO person_skill (org_id, person_id, skill_id) SELECT org_id, id, $2::uuid FROM person WHERE org_id = $1::uuid AND email = $3 ON CONFLICT DO NOTHING', [orgId, skillId, email],
    )
  }
}
