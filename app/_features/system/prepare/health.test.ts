import { describe, expect, it } from 'vitest'
import { factsOf, sizeOf } from './facts.ts'
import { headlineOf, isAboutSources, termOf, type Health, type Sentence } from './health.ts'

const sentence = (key: string, severity: Sentence['severity']): Sentence => ({ key, severity, params: {}, todo: null })

describe('headlineOf', () => {
  const ok = sentence('system.queue.ok', 'ok')
  const notice = sentence('system.disk.notice', 'notice')
  const bad = sentence('system.worker.bad', 'bad')
  it.each<[string, Sentence[], ReturnType<typeof headlineOf>]>([
    ['nothing to say', [ok, ok], { key: 'ok', count: 2 }],
    ['remarks', [notice, notice, ok], { key: 'notice', count: 2 }],
    ['the worst counts', [bad, notice, notice], { key: 'bad', count: 1 }],
    ['silence is well', [], { key: 'ok', count: 0 }],
  ])('%s', (_name, sentences, expected) => {
    expect(headlineOf(sentences)).toEqual(expected)
  })
})

describe('what a sentence is about', () => {
  it('has its term, where there is one', () => {
    expect([termOf('system.inbox.bad'), termOf('system.disk.ok')]).toEqual(['batch', null])
  })
  it.each([
    ['system.sourceSilent.notice', true], ['system.sources.ok', true], ['system.noSources.notice', true], ['system.disk.bad', false],
  ])('%s', (key, expected) => {
    expect(isAboutSources(key)).toBe(expected)
  })
})

describe('sizeOf', () => {
  it.each([
    [0, 0, 'B'], [1023, 1023, 'B'], [1024, 1, 'KiB'], [1.5 * 1024 ** 2, 1.5, 'MiB'], [1024 ** 3, 1, 'GiB'], [2048 * 1024 ** 3, 2048, 'GiB'],
  ])('%d bytes', (bytes, value, unit) => {
    expect(sizeOf(bytes)).toEqual({ value, unit })
  })
})

it('factsOf says zero seconds when nothing waits, and how far the clock is off whichever way', () => {
  const facts: Health['facts'] = {
    workers: 1, gateways: 1, inboxAgeMs: null, inboxCount: 0, ticketAgeMs: null, rollUpAgeMs: null, deadLetters24h: 0, partitionsAhead: 7,
    clockSkewMs: -12.4, diskFreeBytes: 1024 ** 3, databaseBytes: 1024 ** 2, sources: 3, silentSources: 0,
  }
  const shown = new Map(factsOf(facts).map(({ key, value, unit }) => [key, `${value} ${unit}`]))
  expect([shown.get('oldest'), shown.get('clock'), shown.get('database')]).toEqual(['0 s', '12 ms', '1 MiB'])
})
