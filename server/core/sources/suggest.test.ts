import { describe, expect, it } from 'vitest'
import { suggestPoint, suggestQuality, suggestTime, timeUnitOf } from './suggest.ts'

describe('timeUnitOf', () => {
  it.each<[unknown, ReturnType<typeof timeUnitOf>]>([
    [1_764_150_000, 's'], [1_764_150_000_123, 'ms'], [1_764_150_000_123_456, 'us'], [1_764_150_000_123_456_000, 'ns'],
    ['2026-11-26T09:42:00Z', 'ms'], ['2026-11-26 09:42', 'ms'], [61.4, null], [0, null], ['soon', null], [true, null], [null, null],
  ])('%j counts %s', (value, expected) => expect(timeUnitOf(value)).toBe(expected))
})

describe('suggestTime', () => {
  const NOW = 1_764_150_000_123
  it.each<[string, unknown, ReturnType<typeof suggestTime>]>([
    ['a usual name', { value: 1, ts: NOW }, { path: '$.ts', unit: 'ms' }],
    ['whatever its case', { TimeStamp: NOW / 1000 }, { path: '$.TimeStamp', unit: 's' }],
    ['text', { time: '2026-11-26T09:42:00Z' }, { path: '$.time', unit: 'ms' }],
    ['the more usual of two', { date: '2026-11-26T00:00', ts: NOW }, { path: '$.ts', unit: 'ms' }],
    ['the outer of two', { inner: { ts: NOW }, at: NOW }, { path: '$.at', unit: 'ms' }],
    ['one inside', { header: { 'source.time': 1, time: NOW } }, { path: '$.header.time', unit: 'ms' }],
    ['a name without a time', { t: 61.4 }, null],
    ['a time without a name', { serial: NOW }, null],
    ['too deep', { a: { b: { c: { ts: NOW } } } }, null],
    ['no object', 61.4, null],
  ])('%s', (_, payload, expected) => expect(suggestTime(payload)).toEqual(expected))
})

describe('suggestQuality', () => {
  it.each<[unknown, string | null]>([
    [{ v: 1, quality: 'good' }, '$.quality'], [{ Q: 192 }, '$.Q'], [{ quality: 'Bad' }, '$.quality'], [{ quality: 'fine' }, null], [{ q: 0.5 }, null], [{ q: 1000 }, null],
    [{ inner: { quality: 'good' } }, null], [[{ quality: 'good' }], null], [1, null],
  ])('%j: %s', (payload, expected) => expect(suggestQuality(payload)).toBe(expected))
})

describe('suggestPoint', () => {
  const points = ['CT-301.acc_x', 'CT-302.acc_x', 'CT-301.speed'].map((key) => ({ key }))
  it.each<[string, [filter: string, topic: string, path: string], string]>([
    ['a machine in the topic, a code in the message', ['plant/CT-301', 'plant/CT-301', '$.acc_x'], 'CT-301.acc_x'],
    ['a level that is left open', ['plant/+/values', 'plant/CT-301/values', '$.acc_x'], '{2}.acc_x'],
    ['whatever the case, but no pattern then', ['plant/+/values', 'plant/ct-301/values', '$.ACC_X'], 'CT-301.acc_x'],
    ['deep in the message', ['plant/CT-302', 'plant/CT-302', '$.values.acc_x'], 'CT-302.acc_x'],
    ['the whole message is the value', ['plant/CT-301/speed', 'plant/CT-301/speed', '$'], 'CT-301.speed'],
    ['a machine that the topic does not name', ['x', 'x', '$.speed'], ''],
    ['a value that the machine does not have', ['CT-301', 'CT-301', '$.heat'], ''],
  ])('%s', (_, [filter, topic, path], expected) => expect(suggestPoint(points, filter, topic, path)).toBe(expected))
})
