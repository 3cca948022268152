import { expect, it } from 'vitest'
import { judgeHealth, type HealthFacts, type HealthSentence } from '#server/core/system/health.ts'
import { faultSentence } from '#server/core/telemetry/fault-sentences.ts'
import { judgeSurroundings } from '#server/core/system/surroundings.ts'
import { messages } from '../../../_lib/messages/en/index.ts'

const well: HealthFacts = {
  workers: 1, gateways: 1, inboxAgeMs: null, inboxCount: 0, ticketAgeMs: null, rollUpAgeMs: null, deadLetters24h: 0, partitionsAhead: 7, clockSkewMs: 0,
  diskFreeBytes: 1e12, databaseBytes: 1,
}
const ill: HealthFacts = {
  workers: 0, gateways: 0, inboxAgeMs: 1e9, inboxCount: 2, ticketAgeMs: 1e9, rollUpAgeMs: 1e9, deadLetters24h: 2, partitionsAhead: 0, clockSkewMs: 1e9,
  diskFreeBytes: 1, databaseBytes: 1,
}
const source = (silentMs: number | null) => ({ name: 'Gateway', clock: 'live' as const, silentMs })
const everything: readonly HealthSentence[] = [
  ...[well, ill, { ...ill, inboxAgeMs: 20_000, ticketAgeMs: 20_000, diskFreeBytes: 2 * 1024 ** 3 }].flatMap(judgeHealth),
  ...judgeSurroundings({ queueReachable: true, mailSetUp: true, sources: [source(0)], notices: [] }),
  ...judgeSurroundings({
    queueReachable: false, mailSetUp: false, sources: [source(null), source(1e9)],
    notices: [{ kind: 'source-clock', subject: '', detail: faultSentence('skew', { ahead: 1, most: 1 }) }, { kind: 'new', subject: '', detail: '' }, { kind: 'endpoint', subject: '', detail: '' }],
  }),
  ...judgeSurroundings({ queueReachable: true, mailSetUp: true, sources: [], notices: [] }),
]

it('every finding of the server, and what to do about it, has its words', () => {
  const texts: unknown = messages
  const worded = (key: string): boolean => typeof key.split('.').reduce((tree, step) => (tree as Record<string, unknown> | undefined)?.[step], texts) === 'string'
  const wordless = everything.flatMap(({ key, todo }) => [key, ...(todo === null ? [] : [todo])]).filter((key) => !worded(key))
  expect(everything.length).toBeGreaterThan(30)
  expect(wordless).toEqual([])
})
