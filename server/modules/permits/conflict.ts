import { AppError } from '#server/core/kernel/errors.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import { conflictsOf } from '#server/core/permits/conflicts.ts'
import type { PermitKind } from '#server/core/permits/kinds.ts'
import { formatPermitNumber } from '#server/core/permits/permit-number.ts'
import { permitSentence } from '#server/core/permits/permit-sentences.ts'
import type { Tx } from '#server/platform/db.ts'
import { openPermits, placesOf } from './permits.repo.ts'

/** Asked is a permit that is about to be in force: its own id (null before it is issued), kind, place and time. */
export interface Asked {
  readonly id: string | null
  readonly kind: PermitKind
  readonly siteId: string
  readonly assetId: string
  readonly from: Date
  readonly to: Date
}

/** Overruled is a conflict that safety let stand, with the reason; null where there was none. */
export type Overruled = { readonly with: readonly string[]; readonly reason: string } | null

/**
 * checkConflicts refuses a permit ('conflict', naming the others) that must not be in force at once with another at the same place or beside it,
 * unless safety overrules that with a reason. Call it while the site's safeguards are held.
 */
export async function checkConflicts(tx: Tx, actor: Actor, asked: Asked, overrule: string | undefined, now: Date): Promise<Overruled> {
  const place = (await placesOf(tx, [asked.assetId])).get(asked.assetId) ?? []
  const found = conflictsOf({ ...asked, status: 'issued', place }, await openPermits(tx, asked.siteId, asked.id), now)
  if (found.length === 0) return null
  const numbers = found.map(({ no }) => formatPermitNumber(no))
  if (overrule === undefined) throw new AppError('conflict', permitSentence('conflict', { numbers: numbers.join(', ') }), { conflicts: numbers })
  if (!can(actor, 'permit.overrule', asked.siteId)) throw new AppError('forbidden', permitSentence('overrule'), { permission: 'permit.overrule' })
  return { with: numbers, reason: overrule }
}
