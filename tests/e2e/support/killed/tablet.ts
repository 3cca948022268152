import type { BrowserContext, Page } from '@playwright/test'
import { signInAt, type OwnPlant } from '../busy-line.ts'
import { expect } from '../patient.ts'
import { plantBrowser } from '../tablet.ts'
import { killBrowser, roundTrips, sendingMoment } from './kill.ts'
import type { Point } from './points.ts'
import { doOrder, type Job } from './whole-order.ts'

/** What the outbox says when nothing waits there and nothing asks for a decision. */
const ALL_SENT = 'Everything is sent.'
const SENT_MS = 180_000
const READY_MS = 60_000

/** openTablet starts the tablet's browser on its profile folder, with one page. */
export async function openTablet(profile: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await plantBrowser(profile, { baseURL: process.env.MW_E2E_URL ?? '' })
  return { context, page: await context.newPage() }
}

/** setUpTablet lets a person fetch the work to a new tablet, and closes its browser in order, so that all of it lies on the disk. */
export async function setUpTablet(profile: string, person: Pick<OwnPlant, 'email'>, job: Job): Promise<void> {
  const { context, page } = await openTablet(profile)
  await signInAt(context, person, 'technician')
  await page.goto('/m')
  await page.getByRole('button', { name: 'Fetch my work' }).click()
  await expect(page.getByRole('heading', { name: 'Work on this tablet' })).toHaveCount(0, { timeout: READY_MS })
  await page.goto(`/m/o/${job.number}`)
  await expect(page.getByText(job.number).first()).toBeVisible()
  await page.goto('/m/settings')
  await expect(page.getByText('It opens without a network.')).toBeVisible({ timeout: READY_MS })
  await context.close()
}

class Killed extends Error {}

/** workOn does the order without a network; with a point of the work, the browser is killed there, started again, and the work goes on. Gives where it was killed. */
export async function workOn(profile: string, job: Job, point: Point | null): Promise<string> {
  const { context, page } = await openTablet(profile)
  await context.setOffline(true)
  let place = ''
  try {
    await doOrder(page, job, async (input, what) => {
      if (point?.at !== 'work' || input !== point.input) return
      await roundTrips(page, point.trips)
      await killBrowser(context, profile)
      place = `${what}, input ${input}, ${point.trips} round trips later`
      throw new Killed()
    })
  } catch (error) {
    if (!(error instanceof Killed)) throw error
    await workOn(profile, job, null)
    return place
  }
  await context.close()
  return place
}

/** killWhileSending sends what waits and kills the browser at a moment of it, or when all is sent, whichever comes first. */
export async function killWhileSending(profile: string, moment: number): Promise<string> {
  const { context, page } = await openTablet(profile)
  const reached = sendingMoment(page, moment).then(() => `moment ${moment} of sending`)
  await page.goto('/m/outbox')
  const sent = page.getByText(ALL_SENT).waitFor({ timeout: SENT_MS }).then(() => `all sent before moment ${moment}`)
  const place = await Promise.race([reached, sent])
  await killBrowser(context, profile)
  return place
}

/** sendAll sends what waits until nothing does. */
export async function sendAll(profile: string): Promise<void> {
  const { context, page } = await openTablet(profile)
  await page.goto('/m/outbox')
  await expect(page.getByText(ALL_SENT)).toBeVisible({ timeout: SENT_MS })
  await context.close()
}
