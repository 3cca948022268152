import { describe, expect, it } from 'vitest'
import { mqttSettings, type MqttMapping } from '#server/core/sources/mqtt-settings.ts'
import { decodeMessage, MAX_PAYLOAD_BYTES } from './decode.ts'

const ARRIVED = 1_700_000_000_000
const mappings = (...given: object[]): MqttMapping[] =>
  mqttSettings.parse({ url: 'mqtt://127.0.0.1:1883', clientId: 'c', mappings: given }).mappings
const decode = (given: MqttMapping[], payload: unknown, message: { topic?: string; retained?: boolean } = {}) =>
  decodeMessage(given, {
    topic: message.topic ?? 'plant/fan/CT-301',
    payload: new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload)),
    retained: message.retained ?? false,
    arrivedAt: ARRIVED,
  })

const FAN = mappings({
  topic: 'plant/fan/+', ts: '$.ts', quality: '$.q',
  values: [{ point: '{3}.acc_x', value: '$.acc.x', unit: '[g]' }, { point: '{3}.speed', value: '$.speed' }],
})

describe('decodeMessage', () => {
  it('reads several values of one message', () => {
    expect(decode(FAN, { ts: 5000, acc: { x: 0.1 }, speed: '60' })).toEqual({
      readings: [{ point: 'CT-301.acc_x', ts: 5000, value: 0.1, unit: '[g]', quality: 'good' }, { point: 'CT-301.speed', ts: 5000, value: 60, quality: 'good' }],
      faults: [],
    })
  })

  it.each([
    ['not JSON', '{"ts":', 'not JSON'],
    ['no time', { acc: { x: 1 }, speed: 2 }, 'no time at $.ts'],
    ['a time without a zone', { ts: '2026-01-02T03:04:05', acc: { x: 1 }, speed: 2 }, 'no time at $.ts'],
    ['a missing value', { ts: 1, speed: 2 }, 'no number at $.acc.x'],
    ['a value that is a word', { ts: 1, acc: { x: 'high' }, speed: 2 }, 'but "high"'],
    ['a value that is too large for a number', '{"ts":1,"acc":{"x":1e999},"speed":1}', 'no number at $.acc.x'],
  ])('says what is wrong with %s', (_, payload, words) => {
    expect(decode(FAN, payload).faults[0]).toContain(words)
  })

  it('keeps the good values of a message with a bad one', () => {
    expect(decode(FAN, { ts: 1, speed: 2 }).readings).toHaveLength(1)
  })

  it('refuses an oversized payload and bytes that are no UTF-8', () => {
    const message = { topic: 'plant/fan/A', retained: false, arrivedAt: ARRIVED }
    expect(decodeMessage(FAN, { ...message, payload: new Uint8Array(MAX_PAYLOAD_BYTES + 1) }).faults[0]).toContain('longer than')
    expect(decodeMessage(FAN, { ...message, payload: Uint8Array.of(0xff, 0xfe) }).faults[0]).toContain('not JSON')
  })

  it('says so when no mapping takes the topic', () => {
    expect(decode(FAN, {}, { topic: 'other' }).faults).toEqual(['No mapping takes the topic other.'])
  })

  const TIMED = (tsUnit: string) => mappings({ topic: '#', ts: 'ts', tsUnit, values: [{ point: 'p', value: 'v' }] })
  it.each([
    ['s', 1700000000.25, 1700000000250], ['ms', 1700000000250, 1700000000250], ['us', 1700000000250000, 1700000000250],
    ['ns', 1700000000250000000, 1700000000250], ['ms', '2023-11-14T22:13:20.250Z', 1700000000250], ['ms', '2023-11-14T23:13:20.250+01:00', 1700000000250],
  ])('reads a time in %s: %s', (unit, ts, expected) => {
    expect(decode(TIMED(unit), { ts, v: 1 }).readings[0]?.ts).toBe(expected)
  })

  const PLAIN = mappings({ topic: 'plant/#', values: [{ point: 'p' }] })
  it('takes the time of arrival when the mapping names none, but not for a retained message', () => {
    expect(decode(PLAIN, '21.5').readings).toEqual([{ point: 'p', ts: ARRIVED, value: 21.5 }])
    expect(decode(PLAIN, 'true').readings[0]?.value).toBe(1)
    expect(decode(PLAIN, '21.5', { retained: true })).toEqual({ readings: [], faults: [] })
  })

  it('takes an empty message for what it is: the end of one that the broker had kept', () => {
    expect(decode(FAN, '')).toEqual({ readings: [], faults: [] })
  })

  it.each([[true, true], [1, true], ['true', true], [false, undefined], [0, undefined], ['yes', undefined], [undefined, undefined]])('takes %s for kept while offline: %s', (kept, expected) => {
    const edge = mappings({ topic: '#', backlog: '$.kept', values: [{ point: 'p', value: 'v' }] })
    expect(decode(edge, { v: 1, kept }).backlog).toBe(expected)
    expect(decode(mappings({ topic: '#', values: [{ point: 'p', value: 'v' }] }), { v: 1, kept }).backlog).toBeUndefined()
  })

  const WITH_QUALITY = mappings({ topic: '#', values: [{ point: 'p', value: 'v', quality: 'q', unitPath: 'u', unit: 'Cel' }] })
  it.each([
    [192, 'good'], [219, 'good'], [64, 'uncertain'], [0, 'bad'], [500, 'bad'], ['GOOD', 'good'], ['bad', 'bad'], ['stale', 'uncertain'], [true, 'good'], [false, 'bad'], [null, 'good'],
  ])('reads the quality %s as %s', (q, expected) => {
    expect(decode(WITH_QUALITY, { v: 1, q }).readings[0]?.quality).toBe(expected)
  })

  it('prefers the unit in the payload', () => {
    expect(decode(WITH_QUALITY, { v: 1, u: 'K' }).readings[0]?.unit).toBe('K')
    expect(decode(WITH_QUALITY, { v: 1, u: 7 }).readings[0]?.unit).toBe('Cel')
  })
})
