import { describe, expect, it } from 'vitest'
import { barsOf } from './bars.ts'
import { sendCommand } from './connect.ts'
import { creditsOf, inOrder, rejectsOf, stateOf, totalRate, type Source } from './source.ts'

const NOW = Date.parse('2026-11-26T09:42:00Z')
const ago = (ms: number): string => new Date(NOW - ms).toISOString()
const MINUTE = 60_000

const source = (change: Partial<Source> = {}): Source => ({
  id: 'a', name: 'Fan', kind: 'mqtt', clock: 'live', siteId: 's', lastSeenAt: ago(1000), ratePerMin: 300, accepted: 1, rejected: 0, recentRejects: [],
  perMinute: [], enabled: true, demo: false, replayedUntil: null, note: null, noteText: null, machines: [], allowed: { edit: true }, ...change,
})

describe('stateOf', () => {
  it.each<[string, Partial<Source>, ReturnType<typeof stateOf>]>([
    ['heard of a second ago', {}, 'live'],
    ['just under ten minutes', { lastSeenAt: ago(10 * MINUTE - 1) }, 'live'],
    ['ten minutes of silence', { lastSeenAt: ago(10 * MINUTE) }, 'silent'],
    ['a recording that plays', { clock: 'replay' }, 'live'],
    ['a recording played to its end', { clock: 'replay', lastSeenAt: ago(10 * MINUTE) }, 'ended'],
    ['never heard of', { lastSeenAt: null }, 'never'],
    ['switched off, whatever it said', { enabled: false }, 'off'],
  ])('%s', (_name, change, expected) => {
    expect(stateOf(source(change), NOW)).toBe(expected)
  })
})

it('inOrder shows what needs a look first and what is off last', () => {
  const list = [source({ id: 'off', enabled: false }), source({ id: 'live' }), source({ id: 'silent', lastSeenAt: ago(11 * MINUTE) }), source({ id: 'never', lastSeenAt: null })]
  expect(inOrder(list, NOW).map(({ id }) => id)).toEqual(['silent', 'never', 'live', 'off'])
})

describe('sums', () => {
  it('adds rates and rejects', () => {
    const reject = { code: 'range', detail: '', text: null, lastAt: ago(0) }
    expect(totalRate([source(), source({ ratePerMin: 0.2 })])).toBeCloseTo(300.2)
    expect(rejectsOf(source({ recentRejects: [{ ...reject, count: 2 }, { ...reject, code: 'unit', count: 3 }] }))).toBe(5)
  })
  it('credits every data set once', () => {
    const machine = { id: 'm', tag: 'M', name: '', points: 1, creditText: null }
    expect(creditsOf(source({ machines: [{ ...machine, credit: 'A' }, { ...machine, credit: null }, { ...machine, credit: 'A' }] })).map(({ credit }) => credit)).toEqual(['A'])
  })
})

describe('barsOf', () => {
  it('scales to the fullest minute and keeps a gap a gap', () => {
    expect(barsOf([0, 10, 5, 10], 4, 12).map(({ x, height, empty }) => [x, height, empty])).toEqual([[0, 1.5, true], [4, 12, false], [8, 6, false], [12, 12, false]])
  })
  it('does not let a backlog hide the usual minutes', () => {
    expect(barsOf([22_000, 300, 300, 300], 4, 12).map(({ height }) => height)).toEqual([12, 8, 8, 8])
  })
  it('shows a single reading beside a full minute', () => {
    expect(barsOf([1, 1000, 1000], 4, 12)[0]?.height).toBe(3)
  })
  it('is flat when nothing came', () => {
    expect(barsOf([0, 0], 4, 12).every((bar) => bar.empty)).toBe(true)
  })
})

it('sendCommand sends JSON that can be read', () => {
  const command = sendCommand({ origin: 'http://plant:3000', point: 'CT-301.speed', unit: '%', at: '2026-11-26T09:42:00Z' })
  expect(command).toContain('http://plant:3000/api/v1/readings')
  const body = /-d '(.*)'/.exec(command)?.[1] ?? ''
  expect(JSON.parse(body)).toEqual({ readings: [{ point: 'CT-301.speed', ts: '2026-11-26T09:42:00Z', value: 21.5, unit: '%' }] })
})
