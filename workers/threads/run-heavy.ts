import { Worker } from 'node:worker_threads'
import { AppError, type ErrorCode } from '#server/core/kernel/errors.ts'
import type { JobResult, Progress } from '#server/flows/backtest/index.ts'
import type { StoredBacktest } from '#server/modules/backtests/index.ts'

/** HeavyMessage is what the thread says. */
export type HeavyMessage =
  | { readonly type: 'progress'; readonly progress: Progress }
  | ({ readonly type: 'done' } & JobResult)
  | { readonly type: 'failed'; readonly expected: { readonly code: ErrorCode; readonly message: string } | null; readonly databaseDown: boolean; readonly words: string }

/** DatabaseDown says that a thread stopped because the database does not answer: the job may be taken up again. */
export class DatabaseDown extends Error {}

/** HeavyRun is a job that runs in a thread. */
export interface HeavyRun {
  readonly finished: Promise<JobResult>
  /** The newest progress. */
  readonly progress: () => Progress
  /** Ends the thread, wherever it is. */
  readonly stop: () => Promise<void>
}

// More than any job needs: the readings of a range pass through in slices.
const MOST_MEGABYTES = 1024

const failureOf = ({ expected, databaseDown, words }: Extract<HeavyMessage, { type: 'failed' }>): Error =>
  expected !== null ? new AppError(expected.code, expected.message) : databaseDown ? new DatabaseDown(words) : new Error(words)

/** startHeavy runs a job in a thread of its own; finished rejects with an AppError for what was to be expected. */
export function startHeavy(orgId: string, job: StoredBacktest): HeavyRun {
  const thread = new Worker(new URL('./heavy.ts', import.meta.url), { workerData: { orgId, job }, resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } })
  let progress: Progress = { progress: 0, readings: 0 }
  const finished = new Promise<JobResult>((resolve, reject) => {
    thread.on('message', (message: HeavyMessage) => {
      if (message.type === 'progress') progress = message.progress
      else if (message.type === 'done') resolve({ result: message.result, readings: message.readings })
      // Node's watch mode sends messages of its own through the same port.
      else if (message.type === 'failed') reject(failureOf(message))
    })
    thread.on('error', reject)
    thread.on('exit', (code) => { reject(new Error(`the thread ended with ${code}`)) })
  })
  return { finished, progress: () => progress, stop: async () => void (await thread.terminate()) }
}
