import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATEGORIES, CATEGORY_OF, CHANNELS, isUrgent, type Kind } from './kinds.ts'
import { DIGEST, GROUP_INTERVAL_MS, GROUP_WAIT_MS, groupKeyOf, planMessages, type News, type Reachable } from './plan.ts'
import { channelsFor, DEFAULT_PREFERENCE, preference, quietUntil, type Preference } from './preference.ts'

const at = (text: string): number => Date.parse(text)
const BERLIN = 'Europe/Berlin'
const NIGHT: Preference = { ...DEFAULT_PREFERENCE, quiet: true }

describe('quietUntil', () => {
  it.each<[string, Preference, string, string, string | null]>([
    ['before midnight', NIGHT, '2026-11-25T23:00:00+01:00', BERLIN, '2026-11-26T06:00:00+01:00'],
    ['after midnight', NIGHT, '2026-11-26T02:00:00+01:00', BERLIN, '2026-11-26T06:00:00+01:00'],
    ['at their first moment', NIGHT, '2026-11-25T22:00:00+01:00', BERLIN, '2026-11-26T06:00:00+01:00'],
    ['at their end', NIGHT, '2026-11-26T06:00:00+01:00', BERLIN, null],
    ['by day', NIGHT, '2026-11-26T12:00:00+01:00', BERLIN, null],
    ['in another zone', NIGHT, '2026-11-26T12:00:00+01:00', 'Asia/Tokyo', null],
    ['in a zone where it is night', NIGHT, '2026-11-26T15:00:00+01:00', 'Asia/Tokyo', '2026-11-27T06:00:00+09:00'],
    ['over the spring change: the night is an hour shorter', NIGHT, '2026-03-28T23:00:00+01:00', BERLIN, '2026-03-29T06:00:00+02:00'],
    ['over the autumn change: an hour longer', NIGHT, '2026-10-24T23:00:00+02:00', BERLIN, '2026-10-25T06:00:00+01:00'],
    ['within one day', { ...NIGHT, quietFrom: 12 * 60, quietTo: 13 * 60 }, '2026-11-26T12:30:00+01:00', BERLIN, '2026-11-26T13:00:00+01:00'],
    ['ending at an hour that daylight saving leaves out', { ...NIGHT, quietTo: 150 }, '2026-03-29T00:30:00+01:00', BERLIN, '2026-03-29T03:30:00+02:00'],
    ['switched off', DEFAULT_PREFERENCE, '2026-11-25T23:00:00+01:00', BERLIN, null],
    ['from and to the same: none', { ...NIGHT, quietTo: 22 * 60 }, '2026-11-25T23:00:00+01:00', BERLIN, null],
  ])('%s', (_, chosen, time, zone, expected) => {
    expect(quietUntil(chosen, at(time), zone)).toBe(expected === null ? null : at(expected))
  })
})

describe('channelsFor', () => {
  it('calls by every channel, whatever was chosen', () => {
    expect(channelsFor({ ...DEFAULT_PREFERENCE, channels: { call: [] } }, 'call')).toEqual(['email', 'push'])
  })
  it('takes what was chosen, also nothing', () => {
    expect(channelsFor({ ...DEFAULT_PREFERENCE, channels: { alarm: [] } }, 'alarm')).toEqual([])
    expect(channelsFor({ ...DEFAULT_PREFERENCE, channels: { alarm: ['push'] } }, 'alarm')).toEqual(['push'])
  })
})

const place = (id: string, channel: Reachable['channel'], last: number | null = null): Reachable => ({ id, channel, lastOf: () => last })
const PLACES = [place('mail', 'email'), place('phone', 'push')]
const news = (more: Partial<News> = {}): News => ({ kind: 'alarm-opened', priority: 2, safety: false, siteId: 's', loud: true, ...more })
const NOON = at('2026-11-26T12:00:00+01:00')
const MIDNIGHT = at('2026-11-26T00:00:00+01:00')

describe('planMessages', () => {
  it.each<[string, News, Preference, number, readonly Reachable[], readonly [string, string, number][]]>([
    ['waits for its group', news(), DEFAULT_PREFERENCE, NOON, PLACES, [['mail', 'alarm:s', NOON + GROUP_WAIT_MS], ['phone', 'alarm:s', NOON + GROUP_WAIT_MS]]],
    ['after a message, waits out the interval', news(), DEFAULT_PREFERENCE, NOON, [place('mail', 'email', NOON - 60_000)], [['mail', 'alarm:s', NOON - 60_000 + GROUP_INTERVAL_MS]]],
    ['long after a message, waits as the first', news(), DEFAULT_PREFERENCE, NOON, [place('mail', 'email', NOON - 9 * GROUP_INTERVAL_MS)], [['mail', 'alarm:s', NOON + GROUP_WAIT_MS]]],
    ['in quiet hours, gathers for their end', news(), NIGHT, MIDNIGHT, [PLACES[0]!], [['mail', DIGEST, at('2026-11-26T06:00:00+01:00')]]],
    ['priority 1 goes at once, also in quiet hours', news({ priority: 1 }), NIGHT, MIDNIGHT, [place('mail', 'email', MIDNIGHT - 1)], [['mail', 'alarm:s:urgent', MIDNIGHT]]],
    ['safety too', news({ priority: 3, safety: true }), NIGHT, MIDNIGHT, [PLACES[1]!], [['phone', 'alarm:s:urgent', MIDNIGHT]]],
    ['a call too, of any priority', news({ kind: 'call', priority: 3 }), NIGHT, MIDNIGHT, [PLACES[1]!], [['phone', 'call:s:urgent', MIDNIGHT]]],
    ['only what the list should have', news({ loud: false }), DEFAULT_PREFERENCE, NOON, PLACES, []],
    ['only the channels chosen', news(), { ...DEFAULT_PREFERENCE, channels: { alarm: ['push'] } }, NOON, PLACES, [['phone', 'alarm:s', NOON + GROUP_WAIT_MS]]],
    ['a test goes where it is meant to', news({ kind: 'test', priority: null }), { ...NIGHT, channels: { system: [] } }, MIDNIGHT, [PLACES[0]!], [['mail', 'system:s:urgent', MIDNIGHT]]],
  ])('%s', (_, what, chosen, now, places, expected) => {
    expect(planMessages(what, chosen, places, now, BERLIN).map(({ endpointId, groupKey, dueAt }) => [endpointId, groupKey, dueAt])).toEqual(expected)
  })

  const kinds = fc.constantFrom(...(Object.keys(CATEGORY_OF) as Kind[]))
  const anyNews = fc.record({ kind: kinds, priority: fc.constantFrom(1, 2, 3, 4, null), safety: fc.boolean(), siteId: fc.constantFrom('s', null), loud: fc.constant(true) })
  const minute = fc.integer({ min: 0, max: 1439 })
  const anyPreference = fc.record({
    channels: fc.dictionary(fc.constantFrom(...CATEGORIES), fc.subarray([...CHANNELS])), quiet: fc.boolean(), quietFrom: minute, quietTo: minute,
  }).map((one) => preference.parse(one))
  const instants = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') })

  it('never holds back priority 1, safety or a call, whatever a person chose and whenever it is', () => {
    fc.assert(fc.property(anyNews, anyPreference, instants, fc.integer({ min: -1e9, max: 0 }), (what, chosen, now, ago) => {
      fc.pre(isUrgent(what))
      for (const message of planMessages(what, chosen, [place('a', 'email', now + ago), place('b', 'push', now + ago)], now, BERLIN)) expect(message).toMatchObject({ dueAt: now, urgent: true })
    }))
  })

  it('holds other things back at most a day, never sends them in quiet hours that are on now, and tells no place twice', () => {
    fc.assert(fc.property(anyNews, anyPreference, instants, (what, chosen, now) => {
      const messages = planMessages(what, chosen, PLACES, now, BERLIN)
      expect(new Set(messages.map(({ endpointId }) => endpointId)).size).toBe(messages.length)
      for (const { dueAt, urgent } of messages) {
        expect(dueAt).toBeGreaterThanOrEqual(now)
        expect(dueAt - now).toBeLessThanOrEqual(25 * 3_600_000)
        if (!urgent && quietUntil(chosen, now, BERLIN) !== null) expect(quietUntil(chosen, dueAt, BERLIN)).toBeNull()
      }
    }))
  })
})

describe('groupKeyOf', () => {
  it('keeps what is urgent apart from what gathers', () => {
    expect(groupKeyOf(news())).not.toBe(groupKeyOf(news({ priority: 1 })))
    expect(groupKeyOf(news())).toBe(groupKeyOf(news({ kind: 'alarm-raised', priority: 3 })))
  })
})
