import { SECOND_MS } from '#server/core/kernel/time.ts'
import type { Outputs } from '../../../_lib/trpc/types.ts'

/** JobView is a job about history with what came of it: a back-test, or limits that were asked for. */
export type JobView = Outputs['backtests']['get']

/** JobRow is a job in a list. */
export type JobRow = Outputs['backtests']['list'][number]

/** isOver tells whether a job goes on no more. */
export const isOver = ({ state }: Pick<JobRow, 'state'>): boolean => state !== 'queued' && state !== 'running'

const FIRST_SHARE = 0.02

/** timeLeft reckons how much longer a running job takes (ms), at the pace so far; null while that says little. */
export function timeLeft({ state, progress, startedAt }: Pick<JobRow, 'state' | 'progress' | 'startedAt'>, now: number): number | null {
  if (state !== 'running' || startedAt === null || progress < FIRST_SHARE) return null
  const gone = now - startedAt
  return gone < 2 * SECOND_MS ? null : (gone * (1 - progress)) / progress
}
