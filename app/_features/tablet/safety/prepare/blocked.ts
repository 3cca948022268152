import { checkIsolatedTask } from '#server/core/isolation/check.ts'
import type { IsolationSentence } from '#server/core/isolation/isolation-sentences.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'

/** Why a step that is marked "isolated" can wait. */
const BLOCKS = ['task-not-isolated', 'task-lifted', 'task-not-verified', 'task-own-lock'] as const satisfies readonly IsolationSentence[]
/** Block is why a step that is marked "isolated" waits. */
export type Block = (typeof BLOCKS)[number]

/** blockOf says why a person does not do a step now; null when he may. Travel, diagnosis and test runs are not marked, and never wait. */
export function blockOf({ safety }: Pick<SeenOrder, 'safety'>, task: { readonly isolated: boolean }, personId: string): Block | null {
  if (!task.isolated) return null
  const refusal = checkIsolatedTask(safety?.isolation?.state ?? null, personId)
  return refusal === null ? null : (BLOCKS.find((known) => known === refusal.says) ?? 'task-not-isolated')
}
