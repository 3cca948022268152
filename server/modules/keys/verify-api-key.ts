import type { MachineActor } from '#server/core/people/actor.ts'
import { SCOPES, type Scope } from '#server/core/people/permissions.ts'
import { SECOND_MS } from '#server/core/kernel/time.ts'
import { ttlCache } from '#server/platform/cache.ts'
import { hashKey, keyFromHeader } from './key-text.ts'
import { findKeyByHash, touchKey } from './keys.repo.ts'

// A key revoked in another process is refused after this time at the latest; in this process at once.
const KEPT_MS = 5 * SECOND_MS
const keys = ttlCache<KeyHolder | null>('api-keys', KEPT_MS)

/** KeyHolder is the machine behind a key, with where the readings it sends belong. */
export interface KeyHolder extends MachineActor {
  readonly source: { readonly orgId: string; readonly siteId: string; readonly sourceId: string; readonly laneNo: number }
}

const isScope = (scope: string): scope is Scope => (SCOPES as readonly string[]).includes(scope)

async function load(keyHash: string): Promise<KeyHolder | null> {
  const row = await findKeyByHash(keyHash)
  if (!row) return null
  await touchKey(row.id)
  return {
    type: 'machine', orgId: row.orgId, keyId: row.id, name: row.name, sourceId: row.sourceId, siteId: row.siteId,
    scopes: row.scopes.filter(isScope),
    source: { orgId: row.orgId, siteId: row.sourceSiteId, sourceId: row.sourceId, laneNo: row.laneNo },
  }
}

/** verifyApiKey turns an Authorization header into the machine that sent it; null when the key is missing, unknown or revoked. */
export async function verifyApiKey(header: string | null | undefined): Promise<KeyHolder | null> {
  const text = keyFromHeader(header)
  if (text === undefined) return null
  const keyHash = hashKey(text)
  return keys.get(keyHash, () => load(keyHash))
}

/** forgetKeys drops kept answers of the keys named, so that a revocation counts at once. */
export const forgetKeys = (keyIds: readonly string[]): void =>
  keys.forget((actor) => actor !== null && keyIds.includes(actor.keyId))
