import { releaseHolds } from '#server/modules/incidents/index.ts'
import { listOrganizations } from '#server/modules/organizations/index.ts'

/** releaseAlarms ends what has held alarms long enough, in every organization; tells how many alarms call again. Running it twice changes nothing more. */
export async function releaseAlarms(): Promise<number> {
  let released = 0
  for (const { id } of await listOrganizations()) released += await releaseHolds(id)
  return released
}
