import { now } from './clock.ts'

/** TtlCache keeps answers for a short time in this process. */
export interface TtlCache<Value> {
  /** get returns the kept answer, or loads and keeps it; a failed load is not kept. */
  get(key: string, load: () => Promise<Value>): Promise<Value>
  /** forget drops every answer that matches, at once. */
  forget(matches: (value: Value) => boolean): void
}

interface Entry {
  readonly until: number
  readonly value: unknown
}

const store = globalThis as typeof globalThis & { __millwrightCaches?: Map<string, Map<string, Entry>> }
const caches = (store.__millwrightCaches ??= new Map())

/** ttlCache makes (or finds, by name) the process's cache for answers that may be ttlMs old; beyond max entries the oldest go. */
export function ttlCache<Value>(name: string, ttlMs: number, max = 10_000): TtlCache<Value> {
  const entries = caches.get(name) ?? new Map<string, Entry>()
  caches.set(name, entries)
  return {
    get: async (key, load) => {
      const at = now().getTime()
      const kept = entries.get(key)
      if (kept && kept.until > at) return kept.value as Value
      const value = await load()
      entries.delete(key)
      entries.set(key, { until: at + ttlMs, value })
      const oldest = entries.keys().next()
      if (entries.size > max && !oldest.done) entries.delete(oldest.value)
      return value
    },
    forget: (matches) => {
      for (const [key, entry] of entries) if (matches(entry.value as Value)) entries.delete(key)
    },
  }
}
