import { parentPort, workerData } from 'node:worker_threads'
import { runByKind } from '#server/flows/backtest/index.ts'
import type { StoredBacktest } from '#server/modules/backtests/index.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import { closeDatabase } from '#server/platform/db.ts'
import { isDatabaseDown } from '#server/platform/db-errors.ts'
import type { HeavyMessage } from './run-heavy.ts'

// A thread of its own, so that a core kept busy for minutes never holds up the loop that keeps the queue's locks.
const { orgId, job } = workerData as { readonly orgId: string; readonly job: StoredBacktest }
const post = (message: HeavyMessage): void => { parentPort?.postMessage(message) }

try {
  post({ type: 'done', ...(await runByKind(orgId, job, (progress) => { post({ type: 'progress', progress }) })) })
} catch (error) {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
  post({ type: 'failed', expected: error instanceof AppError ? { code: error.code, message: error.message } : null, databaseDown: isDatabaseDown(error), words })
} finally {
  await closeDatabase()
}
