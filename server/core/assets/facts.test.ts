import { describe, expect, it } from 'vitest'
import { machineOf } from './machine.ts'
import { machineFacts, sameFacts, withFacts } from './machine-facts.ts'
import { machineZones } from './machine-zones.ts'
import { measurementFacts, measurementProblem } from './measurement-facts.ts'

const FACTS = { powerKw: 90, shaftHeightMm: 280, support: 'rigid', speedRpm: 1480, machineType: 'general' } as const
const NOTHING = { powerKw: null, shaftHeightMm: null, support: null, speedRpm: null, machineType: null }

describe('withFacts', () => {
  it.each([
    ['an empty nameplate', {}, FACTS], ['nothing known', {}, NOTHING], ['a broken number', {}, { ...FACTS, powerKw: 5.5, speedRpm: 1487.5 }],
    ['a nameplate in the vendor\'s words', { power: '90,0 kW', oil: 'VG 46' }, FACTS], ['facts that are taken back', { power: '90 kW', support: 'rigid' }, NOTHING],
  ])('is read again as it was said: %s', (_name, nameplate, facts) => {
    expect(machineOf(withFacts(nameplate, facts))).toEqual(facts)
    expect(sameFacts(machineOf(withFacts(nameplate, facts)), facts)).toBe(true)
  })

  it('leaves alone what it does not know and what stays the same', () => {
    expect(withFacts({ power: '90,0 kW', oil: 'VG 46', support: 'flexible' }, FACTS)).toEqual({ power: '90,0 kW', oil: 'VG 46', shaftHeight: '280 mm', speed: '1480 /min', support: 'rigid', machineType: 'general' })
  })
})

describe('machineFacts', () => {
  it.each([['a power of zero', { powerKw: 0 }], ['a negative height', { shaftHeightMm: -1 }], ['an endless speed', { speedRpm: Infinity }], ['an unknown support', { support: 'soft' }]])('refuses %s', (_name, change) => {
    expect(machineFacts.safeParse({ ...FACTS, ...change }).success).toBe(false)
  })
})

const GOOD = { unit: 'mm/s', bandLowHz: 10, bandHighHz: 1000, sampleRateHz: 2560 }

describe('measurementProblem', () => {
  it.each([
    ['what the standard asks for', {}, 'vibration-velocity', null], ['nothing known', { bandLowHz: null, bandHighHz: null, sampleRateHz: null }, 'vibration-velocity', null],
    ['a band up to half the sample rate', { bandHighHz: 1280 }, 'vibration-velocity', null], ['another unit of the same kind', { unit: 'm/s' }, 'vibration-velocity', null],
    ['only one end of the band', { bandLowHz: null }, 'vibration-velocity', 'half-band'], ['a band that ends where it begins', { bandHighHz: 10 }, 'vibration-velocity', 'band-order'],
    ['a band beyond half the sample rate', { sampleRateHz: 1999 }, 'vibration-velocity', 'sample-rate'], ['a unit of something else', { unit: 'Cel' }, 'vibration-velocity', 'unit-other'],
    ['no unit at all', { unit: 'furlong' }, 'vibration-velocity', 'unit-unknown'], ['a vendor\'s spelling', { unit: 'mm/sec' }, 'vibration-velocity', 'unit-unknown'],
    ['gravity for an acceleration', { unit: '[g]' }, 'acceleration', null], ['any known unit of an own quantity', { unit: 'bar' }, 'something', null],
  ])('%s', (_name, change, quantity, expected) => { expect(measurementProblem({ ...GOOD, ...change }, quantity)).toBe(expected) })

  it('a negative frequency is no frequency', () => {
    expect(measurementFacts.safeParse({ ...GOOD, bandLowHz: -1 }).success).toBe(false)
  })
})

describe('machineZones', () => {
  const point = (code: string, more: object = {}) => ({ code, ...GOOD, ...more })
  it('tells points with the same answer together, and says of each other one what it lacks', () => {
    expect(machineZones(FACTS, [point('de'), point('nde'), point('axial', { bandHighHz: null }), point('temp', { unit: 'Cel' })])).toEqual([
      { points: ['de', 'nde'], zones: { ab: 1.4, bc: 2.8, cd: 4.5 }, problem: null }, { points: ['axial'], zones: null, problem: 'iso-band' },
    ])
  })

  it.each([['of a machine of which nothing is known', NOTHING, 'iso-machine-unknown'], ['of a pump', { ...FACTS, machineType: 'pump' as const }, 'iso-machine-type']])('gives none %s', (_name, machine, problem) => {
    expect(machineZones(machine, [point('de')])).toEqual([{ points: ['de'], zones: null, problem }])
  })
})
