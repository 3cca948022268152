import { readlinkSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext, Page, Request } from '@playwright/test'

/** What the tablet asks of the server while it sends. */
const SENDING = /\/api\/(tablet\/push|uploads)/

/** killBrowser ends the browser of a profile folder as a power cut would (SIGKILL), and waits until it is gone. */
export async function killBrowser(context: BrowserContext, profile: string): Promise<void> {
  // The lock names the computer and the process that has the profile open.
  const pid = Number(readlinkSync(path.join(profile, 'SingletonLock')).split('-').at(-1))
  const gone = new Promise<void>((resolve) => { context.once('close', () => { resolve() }) })
  process.kill(pid, 'SIGKILL')
  await gone
}

/** roundTrips lets the browser go on for so many questions to it: a while that is counted and not timed. */
export async function roundTrips(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await page.evaluate(() => document.readyState)
}

/**
 * sendingMoment resolves at the so-many-th moment of the tablet's sending: odd moments are requests on their way, even ones answers that the server has
 * given and the tablet may not have read yet.
 */
export function sendingMoment(page: Page, count: number): Promise<void> {
  let moments = 0
  return new Promise((resolve) => {
    const look = (request: Request): void => {
      if (!SENDING.test(request.url())) return
      moments += 1
      if (moments === count) resolve()
    }
    page.on('request', look)
    page.on('response', (response) => { look(response.request()) })
  })
}
