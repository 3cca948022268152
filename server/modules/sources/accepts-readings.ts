import { SECOND_MS } from '#server/core/kernel/time.ts'
import { ttlCache } from '#server/platform/cache.ts'
import { isEnabled } from './edit.repo.ts'
import { inTenant } from './sources.repo.ts'

interface Known {
  readonly sourceId: string
  readonly enabled: boolean
}

// A source switched off in another process is refused after this time at the latest; in this process at once.
const known = ttlCache<Known>('sources-enabled', 5 * SECOND_MS)

/** acceptsReadings tells whether a source is switched on, so that the door may take in what is sent in its name. */
export async function acceptsReadings(orgId: string, sourceId: string): Promise<boolean> {
  const { enabled } = await known.get(`${orgId} ${sourceId}`, async () => ({ sourceId, enabled: await inTenant(orgId, (exec) => isEnabled(exec, orgId, sourceId)) }))
  return enabled
}

/** forgetSource drops what was known of a source, so that a switch counts at once. */
export const forgetSource = (sourceId: string): void => known.forget((source) => source.sourceId === sourceId)
