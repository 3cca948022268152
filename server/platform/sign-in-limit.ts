import { MINUTE_MS } from '../core/kernel/time.ts'

const WINDOW_MS = 15 * MINUTE_MS
const MAX_ENTRIES = 50_000

/** FAILURES_PER_PLACE is how many wrong passwords one address may give for one account in 15 minutes. */
export const FAILURES_PER_PLACE = 10
/** FAILURES_PER_ACCOUNT is how many wrong passwords one account may get from everywhere in 15 minutes. */
export const FAILURES_PER_ACCOUNT = 100

interface Failures {
  count: number
  until: number
}

const store = globalThis as typeof globalThis & { __millwrightSignIn?: Map<string, Failures> }
const failures = (store.__millwrightSignIn ??= new Map())

const keysOf = (email: string, address: string): readonly (readonly [key: string, limit: number])[] => [
  [`place ${address} ${email}`, FAILURES_PER_PLACE],
  [`account ${email}`, FAILURES_PER_ACCOUNT],
]

/** waitMs is how long sign-in for this account from this address is refused yet; 0 when it may be tried. */
export function waitMs(email: string, address: string, nowMs: number): number {
  let wait = 0
  for (const [key, limit] of keysOf(email, address)) {
    const entry = failures.get(key)
    if (entry && entry.until > nowMs && entry.count >= limit) wait = Math.max(wait, entry.until - nowMs)
  }
  return wait
}

/** noteFailure counts a wrong password, for an account that exists or not alike. */
export function noteFailure(email: string, address: string, nowMs: number): void {
  for (const [key] of keysOf(email, address)) {
    const entry = failures.get(key)
    if (entry && entry.until > nowMs) entry.count += 1
    else failures.set(key, { count: 1, until: nowMs + WINDOW_MS })
  }
  if (failures.size <= MAX_ENTRIES) return
  for (const [key, entry] of failures) if (entry.until <= nowMs || failures.size > MAX_ENTRIES) failures.delete(key)
}

/** noteSuccess forgives this address its wrong passwords for the account. */
export function noteSuccess(email: string, address: string): void {
  failures.delete(`place ${address} ${email}`)
}
