import { availableParallelism } from 'node:os'
import { ensureDays } from '#server/modules/telemetry/index.ts'
import { closeDatabase } from '#server/platform/db.ts'
import { log } from '#server/platform/log.ts'
import { nameProcess } from '#server/platform/process-name.ts'
import { closeQueues } from '#server/queue/client.ts'
import { startWorkers, type JobHandlers } from '#server/queue/worker.ts'
import { checkArrived } from './jobs/attachment-check.ts'
import { runBacktest, stopBacktests } from './jobs/backtest-run.ts'
import { sendDelivery } from './jobs/delivery-send.ts'
import { drainLane } from './jobs/lane-drain.ts'
import { tellNews } from './jobs/news-tell.ts'
import { ensureTicketOf } from './jobs/ticket-ensure.ts'
import { startSchedules } from './schedules/every.ts'
import { SCHEDULES } from './schedules/index.ts'

const handlers: JobHandlers = {
  'lane.drain': drainLane, 'ticket.ensure': ensureTicketOf, 'news.tell': tellNews, 'delivery.send': sendDelivery, 'backtest.run': runBacktest, 'attachment.check': checkArrived,
}

nameProcess('worker')
await ensureDays()
const workers = startWorkers(handlers, Math.max(2, availableParallelism()) * 2)
const schedules = startSchedules(SCHEDULES)
log.info('worker ready')

let stopping = false
async function stop(signal: string): Promise<void> {
  if (stopping) return
  stopping = true
  log.info({ signal }, 'worker stops: finishing what it has begun')
  stopBacktests()
  await schedules.close()
  await workers.close()
  await closeQueues()
  await closeDatabase()
  process.exit(0)
}

process.on('SIGTERM', (signal) => void stop(signal))
process.on('SIGINT', (signal) => void stop(signal))
