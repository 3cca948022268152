import { describe, expect, test } from 'vitest'
import { describeHealth, type HealthInput } from './health.ts'

const well: HealthInput = { queueReachable: true, sources: [{ name: 'Gateway', silentSeconds: 3 }], waiting: [], notices: [], unticketed: 0 }

const bad: readonly [what: string, change: Partial<HealthInput>, first: string, status: 'ready' | 'degraded'][] = [
  ['a queue that does not answer', { queueReachable: false }, 'health.queue.down', 'degraded'],
  ['readings that wait 30 s', { waiting: [{ site: 'A', seconds: 30 }] }, 'health.judging.behind', 'degraded'],
  ['incidents without a ticket decision', { unticketed: 1 }, 'health.tickets.behind', 'degraded'],
  ['a source silent for 10 minutes', { sources: [{ name: 'Gateway', silentSeconds: 600 }] }, 'health.source.silent', 'ready'],
  ['a source that never sent', { sources: [{ name: 'Gateway', silentSeconds: null }] }, 'health.source.never', 'ready'],
  ['a clock that is ahead', { notices: [{ kind: 'source-clock', subject: 'Gateway', detail: 'ahead' }] }, 'health.notice.source-clock', 'ready'],
]

describe('describeHealth', () => {
  test('says what is well', () => {
    const { status, sentences } = describeHealth(well)
    expect(status).toBe('ready')
    expect(sentences.map(({ severity }) => severity)).toEqual(sentences.map(() => 'ok'))
    expect(sentences.every(({ todo }) => todo === null)).toBe(true)
  })

  test.each(bad)('%s comes first and says what to do', (_, change, first, status) => {
    const described = describeHealth({ ...well, ...change })
    expect(described.status).toBe(status)
    expect(described.sentences[0]).toMatchObject({ key: first, todo: `${first}.todo` })
  })

  test.each([
    ['readings that wait 29 s', { waiting: [{ site: 'A', seconds: 29 }] }],
    ['a source silent for just under 10 minutes', { sources: [{ name: 'Gateway', silentSeconds: 599 }] }],
  ])('%s is nothing to say', (_, change) => {
    expect(describeHealth({ ...well, ...change }).sentences.every(({ severity }) => severity === 'ok')).toBe(true)
  })
})
