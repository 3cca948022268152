import type { Actor } from '#server/core/people/actor.ts'
import { withTenant } from '#server/platform/db.ts'
import { partsLike, type FoundPart } from './find-parts.repo.ts'

/** findParts finds parts of the stores' list, which is one for all sites of an organization. */
export const findParts = (actor: Actor, text: string): Promise<FoundPart[]> => withTenant(actor.orgId, (tx) => partsLike(tx, text))
