import { describe, expect, it } from 'vitest'
import { hasBand, problemIn, restOf, typed } from './nameplate.ts'

describe('a nameplate on the screen', () => {
  it('tells what else stands on it apart from what the standard asks', () => {
    expect(restOf({ power: '90 kW', bearing: '6309', support: 'rigid', oil: 'VG 46' })).toEqual([['bearing', '6309'], ['oil', 'VG 46']])
  })

  it.each([
    ['a vibration', { quantity: 'acceleration', bandLowHz: null, sampleRateHz: null }, true], ['a temperature', { quantity: 'temperature', bandLowHz: null, sampleRateHz: null }, false],
    ['anything with a band', { quantity: 'percent', bandLowHz: 1, sampleRateHz: null }, true],
  ])('asks %s for its band', (_name, point, expected) => { expect(hasBand(point)).toBe(expected) })

  it('reads an empty number field as not known', () => { expect([typed(Number.NaN), typed(0), typed(2.5)]).toEqual([null, 0, 2.5]) })

  it.each([
    [{ bandHighHz: null }, 'bandHighHz'], [{ sampleRateHz: 100 }, 'sampleRateHz'], [{ unit: 'bar' }, 'unit'], [{}, undefined],
  ])('says at the field what cannot be: %j', (change, at) => {
    expect(problemIn({ unit: 'mm/s', bandLowHz: 10, bandHighHz: 1000, sampleRateHz: 2560, ...change }, 'vibration-velocity')?.at).toBe(at)
  })
})
