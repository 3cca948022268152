import { SECOND_MS } from '../core/kernel/time.ts'

/** Rate is how many requests a caller may make: perSecond in the long run, burst at once. */
export interface Rate {
  readonly perSecond: number
  readonly burst: number
}

interface Bucket {
  tokens: number
  at: number
}

const MAX_BUCKETS = 20_000
const store = globalThis as typeof globalThis & { __millwrightBuckets?: Map<string, Bucket> }
const buckets = (store.__millwrightBuckets ??= new Map())

/** takeToken counts one request of a caller (token bucket); gives 0 when it may pass, else the seconds to wait. */
export function takeToken(caller: string, rate: Rate, nowMs: number): number {
  const bucket = buckets.get(caller) ?? { tokens: rate.burst, at: nowMs }
  const elapsed = Math.max(0, nowMs - bucket.at)
  bucket.tokens = Math.min(rate.burst, bucket.tokens + (elapsed / SECOND_MS) * rate.perSecond)
  bucket.at = nowMs
  buckets.delete(caller)
  buckets.set(caller, bucket)
  const oldest = buckets.keys().next()
  if (buckets.size > MAX_BUCKETS && !oldest.done) buckets.delete(oldest.value)
  if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / rate.perSecond)
  bucket.tokens -= 1
  return 0
}
