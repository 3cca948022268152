import { describe, expect, test } from 'vitest'
import { DAY_MS, MINUTE_MS } from '../kernel/time.ts'
import { faultSentence } from '../telemetry/fault-sentences.ts'
import { judgeSurroundings, type Surroundings } from './surroundings.ts'

const source = { name: 'Gateway', clock: 'live' as const, silentMs: 3000 }
const well: Surroundings = { queueReachable: true, mailSetUp: true, sources: [source], notices: [] }
const abnormal = (change: Partial<Surroundings>) => judgeSurroundings({ ...well, ...change }).filter(({ severity }) => severity !== 'ok')

describe('judgeSurroundings', () => {
  test('says what is well, and nothing to do about it', () => {
    expect(judgeSurroundings(well).map(({ key, todo }) => [key, todo])).toEqual([['system.queue.ok', null], ['system.mail.ok', null], ['system.sources.ok', null]])
  })

  test.each<[string, Partial<Surroundings>, string, object]>([
    ['a queue that does not answer', { queueReachable: false }, 'system.queue.bad', {}],
    ['a source silent for ten minutes', { sources: [{ ...source, silentMs: 10 * MINUTE_MS }] }, 'system.sourceSilent.notice', { name: 'Gateway', amount: 10, per: 'minute' }],
    ['a source silent for days', { sources: [{ ...source, silentMs: 3.5 * DAY_MS }] }, 'system.sourceSilent.notice', { name: 'Gateway', amount: 3, per: 'day' }],
    ['a source that never sent', { sources: [{ ...source, silentMs: null }] }, 'system.sourceNever.notice', { name: 'Gateway' }],
    ['no source at all', { sources: [] }, 'system.noSources.notice', {}],
    ['a clock that is ahead', { notices: [{ kind: 'source-clock', subject: 'Gateway', detail: faultSentence('skew', { ahead: 3600, most: 300 }) }] }, 'system.sourceClock.notice', { subject: 'Gateway', seconds: 3600, most: 300 }],
    ['a webhook out of order', { notices: [{ kind: 'endpoint', subject: 'x', detail: 'gateway: It answers 500.' }] }, 'system.endpoint.notice', { detail: 'gateway: It answers 500.' }],
    ['another notice', { notices: [{ kind: 'new', subject: 'Gateway', detail: 'odd' }] }, 'system.other.notice', { subject: 'Gateway', detail: 'odd' }],
  ])('%s', (_name, change, key, params) => {
    const [first, ...rest] = abnormal(change)
    expect(first).toMatchObject({ key, params, todo: key.replace(/\.[a-z]+$/, '.todo') })
    expect(rest).toEqual([])
  })

  test('says that nobody is told by mail, which is no fault', () => {
    expect(judgeSurroundings({ ...well, mailSetUp: false }).map(({ key, severity }) => [key, severity])).toContainEqual(['system.noMail.ok', 'ok'])
  })

  test.each<[string, Surroundings['sources'][number]]>([
    ['silent for just under ten minutes', { ...source, silentMs: 10 * MINUTE_MS - 1 }],
    ['a recording played to its end', { ...source, clock: 'replay', silentMs: DAY_MS }],
  ])('%s is nothing to say', (_name, one) => {
    expect(abnormal({ sources: [one] })).toEqual([])
  })
})
