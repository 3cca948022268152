import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { request } from '@playwright/test'
import { busyLine, signInAt } from '#tests/e2e/support/busy-line.ts'
import { openTablet, setUpTablet, workOn } from '#tests/e2e/support/killed/tablet.ts'
import type { Job } from '#tests/e2e/support/killed/whole-order.ts'
import { expect } from '#tests/e2e/support/patient.ts'
import { photo, plannedOrder } from '#tests/e2e/support/planned-order.ts'
import { timed } from './stopwatch.ts'

/** So long a person takes from one tap to the next. */
const TAP_MS = 400
const TAKEN_BACK_MS = 11_000

/** Starts the browser on the tablet's data without a network and opens the order by its link. */
async function coldStart(profile: string, job: Job): Promise<Record<string, number>> {
  const begun = performance.now()
  const { context, page } = await openTablet(profile)
  await context.setOffline(true)
  const browser = Math.round(performance.now() - begun)
  const usable = await timed(async () => {
    await page.goto(`/m/o/${job.number}`)
    await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible()
  })
  await context.close()
  return { browser, usable }
}

/** Does five steps, one with a photo, as a person does, and closes; counts the taps. */
async function fiveSteps(profile: string, job: Job): Promise<Record<string, number>> {
  const { context, page } = await openTablet(profile)
  await context.setOffline(true)
  await page.goto('/m')
  let taps = 0
  const tap = async (act: () => Promise<unknown>): Promise<void> => {
    await delay(TAP_MS)
    await act()
    taps += 1
  }
  const button = (name: string | RegExp) => (): Promise<void> => page.getByRole('button', { name, exact: typeof name === 'string' }).first().click()
  const picture = await photo(10)
  const ms = await timed(async () => {
    await tap(() => page.getByRole('link', { name: new RegExp(job.tag) }).first().click())
    await tap(button('Start'))
    await tap(button('All 2 others are OK'))
    await tap(() => page.getByLabel(/^Value \(bar\)/).fill('3.1'))
    await tap(button('Keep'))
    await tap(() => page.getByRole('radio', { name: 'even' }).click())
    await tap(() => page.getByLabel('Take a photo').first().setInputFiles(picture))
    await expect(page.getByText('Steps, 5 of 5')).toBeVisible()
    await tap(button(/^(Close the order|Complete the work)$/))
    await expect(page.getByText(new RegExp(`^${job.number} is (closed|reported done)\\.`))).toBeVisible()
  })
  await context.close()
  return { taps, ms }
}

/** wholeOrderBench measures the cold start without a network, the taps of a five-step order at one in 400 ms, and how long a whole order takes to arrive. */
export async function wholeOrderBench(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mw-ui-'))
  const profile = path.join(folder, 'browser')
  const supervisor = { request: await request.newContext({ baseURL: process.env.MW_E2E_URL ?? '' }) }
  try {
    const line = await busyLine()
    await signInAt(supervisor, line, 'supervisor')
    const job = async (machine: number): Promise<Job> => ({ ...(await plannedOrder(supervisor, line.plant, machine)), tag: `M-${machine}` })
    const jobs = [await job(1), await job(2)] as const
    await setUpTablet(profile, line, jobs[0])
    const cold: Record<string, number>[] = []
    for (let i = 0; i < 5; i += 1) cold.push(await coldStart(profile, jobs[0]))
    const steps = await fiveSteps(profile, jobs[1])
    await workOn(profile, jobs[0], null)
    await delay(TAKEN_BACK_MS)
    const { context, page } = await openTablet(profile)
    const arrived = await timed(async () => {
      await page.goto('/m/outbox')
      await expect(page.getByText('Everything is sent.')).toBeVisible({ timeout: 120_000 })
    })
    await context.close()
    return { coldOfflineStart: cold, fiveStepsWithPhoto: steps, twoOrdersArriveMs: arrived }
  } finally {
    await supervisor.request.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
}
