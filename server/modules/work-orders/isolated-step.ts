import { checkIsolatedTask } from '#server/core/isolation/check.ts'
import { isolationSentence, type IsolationSentence } from '#server/core/isolation/isolation-sentences.ts'
import { stateAt } from '#server/core/isolation/state.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import type { Tx } from '#server/platform/db.ts'
import { isolationBegunBy } from './safeguards.repo.ts'

/**
 * checkIsolatedStep refuses a step that is marked "isolated" until the isolation is verified and the person's own lock is on. What was answered
 * offline (late) is a fact: it is taken, and what is said against it is given back as a flag for safety.
 */
export async function checkIsolatedStep(tx: Tx, orderId: string, personId: string | null, at: Date, late: boolean): Promise<IsolationSentence | null> {
  const record = await isolationBegunBy(tx, orderId, at)
  const refusal = checkIsolatedTask(record && stateAt(record.content, record.events, at), personId)
  if (refusal === null || late) return refusal?.says ?? null
  throw new AppError('illegal-transition', isolationSentence(refusal.says), { isolation: refusal.says })
}
