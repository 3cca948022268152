import type { FirstDayStep } from '#server/core/people/first-day.ts'
import type { Exec } from '#server/platform/db.ts'

/** saveStep stores that a person has done a step; doing it again changes nothing. */
export async function saveStep(exec: Exec, orgId: string, personId: string, step: FirstDayStep): Promise<void> {
  await exec.query('INSERT INTO first_day_step (org_id, person_id, step) VALUES ($1::uuid, $2::uuid, $3) ON CONFLICT DO NOTHING', [orgId, personId, step])
}
