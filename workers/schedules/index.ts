import { JOURNAL_DAYS } from '#server/core/telemetry/resolution.ts'
import { tickLanes, type Ring } from '#server/flows/condition-tick.ts'
import { forgetOldJobs, waitingJobs } from '#server/flows/backtest/index.ts'
import { growTrends } from '#server/flows/grow-evidence.ts'
import { markQuietBacklogs } from '#server/flows/mark-quiet-backlogs.ts'
import { reconcileTickets } from '#server/flows/reconcile-tickets.ts'
import { releaseAlarms } from '#server/flows/release-alarms.ts'
import { keepHouse, rollUp } from '#server/modules/telemetry/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import { now } from '#server/platform/clock.ts'
import { forgetOldMessages } from '#server/platform/outbox.ts'
import { ringBacktest, ringLane, ringLaneAgain } from '#server/queue/doorbell.ts'
import { relayAgain, relayMessages } from '#server/queue/relay.ts'
import type { Schedule } from './every.ts'
import { reconcileAttachments, sweepAll } from './attachments.ts'
import { forgetNews, reconcileDeliveries, repeatAll, stepCalls, tellExpired } from './notify.ts'

const OVERDUE_MS = 5000
const KEEP_MESSAGES_DAYS = 30
const KEEP_BACKTESTS_DAYS = 30

async function reconcile(): Promise<void> {
  for (const { lane, highest } of await telemetry.lanesWithUndone(OVERDUE_MS)) await ringLaneAgain(lane, highest, String(now().getTime()))
  await relayAgain(6 * OVERDUE_MS)
  await reconcileTickets()
  for (const job of await waitingJobs()) ringBacktest(job, String(now().getTime()))
}

const ringFor = (journal: () => Promise<readonly Ring[]>) => async (): Promise<void> => {
  for (const { laneNo, inboxNo } of await journal()) ringLane(laneNo, inboxNo)
}

/** SCHEDULES is everything that must happen again and again. */
export const SCHEDULES: readonly Schedule[] = [
  { name: 'outbox-relay', everyMs: 1000, run: async () => void (await relayMessages()) },
  { name: 'condition-tick', everyMs: 1000, run: ringFor(tickLanes) },
  { name: 'quiet-backlogs', everyMs: 30_000, run: ringFor(markQuietBacklogs) },
  { name: 'reconcile', everyMs: 5000, run: reconcile },
  { name: 'attachments', everyMs: 15_000, run: reconcileAttachments },
  { name: 'alarm-holds', everyMs: 5000, run: async () => void (await releaseAlarms()) },
  { name: 'deliveries', everyMs: 2000, run: reconcileDeliveries },
  { name: 'call-outs', everyMs: 3000, run: stepCalls },
  { name: 'repeat-news', everyMs: 15_000, run: repeatAll },
  { name: 'expired', everyMs: 20_000, run: tellExpired },
  { name: 'roll-up', everyMs: 15_000, run: rollUp },
  { name: 'grow-evidence', everyMs: 30_000, run: async () => void (await growTrends()) },
  {
    name: 'retention',
    everyMs: 60 * 60_000,
    run: async () => {
      await keepHouse()
      await forgetNews()
      await sweepAll()
      await telemetry.forgetOldBatches(JOURNAL_DAYS)
      await forgetOldMessages(KEEP_MESSAGES_DAYS)
      await forgetOldJobs(KEEP_BACKTESTS_DAYS)
    },
  },
]
