import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { request } from '@playwright/test'
import { addTechnicians, busyLine, signInAt } from '../busy-line.ts'
import { plannedOrder } from '../planned-order.ts'
import type { Point } from './points.ts'
import { difference, stateOf, type Difference, type ServerState } from './server-state.ts'
import { killWhileSending, sendAll, setUpTablet, workOn } from './tablet.ts'
import type { Job } from './whole-order.ts'

/** KilledVerdict is what became of the order on a tablet whose browser was killed; difference null when nothing was lost or doubled. */
export interface KilledVerdict {
  readonly point: Point
  readonly killedAt: string
  readonly difference: Difference | null
}

/** KilledRun is what the order without a kill led to, and the verdict on each of the others. */
export interface KilledRun {
  readonly calm: ServerState
  readonly verdicts: readonly KilledVerdict[]
}

/**
 * killedTablet does the same whole order on a tablet for each point and on one without any, each with a technician of its own: without a network,
 * the browser killed at the point and started again on the same profile, then sent; and compares what the server holds of each with the calm one.
 */
export async function killedTablet(points: readonly Point[]): Promise<KilledRun> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mw-killed-'))
  const supervisor = { request: await request.newContext({ baseURL: process.env.MW_E2E_URL ?? '' }) }
  try {
    const line = await busyLine()
    await signInAt(supervisor, line, 'supervisor')
    const people = await addTechnicians(line.plant, points.length + 1)
    const runs: { readonly point: Point | null; readonly profile: string; readonly job: Job; place: string }[] = []
    for (const [i, person] of people.entries()) {
      const run = { point: points[i - 1] ?? null, profile: path.join(folder, String(i)), job: { ...(await plannedOrder(supervisor, line.plant, i + 1)), tag: `M-${i + 1}` }, place: '' }
      await setUpTablet(run.profile, person, run.job)
      run.place = await workOn(run.profile, run.job, run.point)
      runs.push(run)
    }
    // What was closed can be taken back for ten seconds: nobody waits for them, when the others are done first.
    for (const run of runs) {
      if (run.point?.at === 'sending') run.place = await killWhileSending(run.profile, run.point.moment)
      await sendAll(run.profile)
    }
    const states: ServerState[] = []
    for (const { job } of runs) states.push(await stateOf(supervisor, line.plant.orgId, job))
    const [calm = {}, ...others] = states
    return { calm, verdicts: points.map((point, i) => ({ point, killedAt: runs[i + 1]?.place ?? '', difference: difference(calm, others[i] ?? {}) })) }
  } finally {
    await supervisor.request.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
}
