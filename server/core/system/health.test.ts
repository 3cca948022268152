import { describe, expect, test } from 'vitest'
import { judgeHealth, type HealthFacts } from './health.ts'

const well: HealthFacts = {
  workers: 1, gateways: 1, inboxAgeMs: null, inboxCount: 0, ticketAgeMs: null, rollUpAgeMs: null, deadLetters24h: 0,
  partitionsAhead: 7, clockSkewMs: 20, diskFreeBytes: 50 * 1024 ** 3, databaseBytes: 1,
}

describe('judgeHealth', () => {
  test.each<[string, Partial<HealthFacts>, string | null]>([
    ['all well', {}, null],
    ['no worker', { workers: 0 }, 'system.worker.bad'],
    ['no gateway', { gateways: 0 }, 'system.gateway.notice'],
    ['readings 9 s behind', { inboxAgeMs: 9_999 }, null],
    ['readings 10 s behind', { inboxAgeMs: 10_000 }, 'system.inbox.notice'],
    ['readings a minute behind', { inboxAgeMs: 60_000 }, 'system.inbox.bad'],
    ['a ticket stuck', { ticketAgeMs: 90_000 }, 'system.tickets.bad'],
    ['roll-ups behind', { rollUpAgeMs: 300_001 }, 'system.rollUp.notice'],
    ['a buried job', { deadLetters24h: 1 }, 'system.deadLetters.notice'],
    ['no partition for tomorrow', { partitionsAhead: 0 }, 'system.partitions.bad'],
    ['clock ahead', { clockSkewMs: 6000 }, 'system.clock.notice'],
    ['clock behind', { clockSkewMs: -6000 }, 'system.clock.notice'],
    ['disk low', { diskFreeBytes: 4 * 1024 ** 3 }, 'system.disk.notice'],
    ['disk nearly full', { diskFreeBytes: 1024 ** 3 - 1 }, 'system.disk.bad'],
  ])('%s', (_name, change, expected) => {
    const said = judgeHealth({ ...well, ...change })
    const abnormal = said.filter((sentence) => sentence.severity !== 'ok')
    expect(abnormal.map((sentence) => sentence.key)).toEqual(expected === null ? [] : [expected])
    for (const sentence of abnormal) expect(sentence.todo).not.toBeNull()
  })

  test('the worst comes first', () => {
    expect(judgeHealth({ ...well, gateways: 0, workers: 0 }).map((sentence) => sentence.severity).slice(0, 2)).toEqual(['bad', 'notice'])
  })
})
