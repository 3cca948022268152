import { describe, expect, it } from 'vitest'
import { isoDanger, isoWarning, isoZonesOf } from './iso-20816.ts'
import type { IsoMachine, IsoMeasurement } from './iso-20816.ts'

const motor: IsoMachine = { powerKw: 90, shaftHeightMm: 280, support: 'rigid', speedRpm: 1480, machineType: 'general' }
const good: IsoMeasurement = { unit: 'mm/s', bandLowHz: 10, bandHighHz: 1000, sampleRateHz: 2560 }

describe('isoZonesOf', () => {
  it.each([
    ['group 2, rigid', {}, [1.4, 2.8, 4.5]],
    ['group 2, flexible', { support: 'flexible' }, [2.3, 4.5, 7.1]],
    ['group 1 by power, rigid', { powerKw: 301 }, [2.3, 4.5, 7.1]],
    ['group 1 by power, flexible', { powerKw: 2000, support: 'flexible' }, [3.5, 7.1, 11]],
    ['group 1 by shaft height', { shaftHeightMm: 315 }, [2.3, 4.5, 7.1]],
    ['group 2 at 300 kW', { powerKw: 300, shaftHeightMm: null }, [1.4, 2.8, 4.5]],
    ['a large fan', { machineType: 'fan', powerKw: 400 }, [2.3, 4.5, 7.1]],
  ] as const)('%s', (_name, over, [ab, bc, cd]) => {
    expect(isoZonesOf({ ...motor, ...over }, good)).toEqual({ zones: { ab, bc, cd }, problem: null })
  })

  it.each([
    ['g RMS', {}, { unit: '[g]' }, 'iso-unit'],
    ['an unknown power', { powerKw: null }, {}, 'iso-machine-unknown'],
    ['an unknown speed', { speedRpm: null }, {}, 'iso-machine-unknown'],
    ['an unknown kind of machine', { machineType: null }, {}, 'iso-machine-unknown'],
    ['a rotodynamic pump', { machineType: 'pump' }, {}, 'iso-machine-type'],
    ['a small fan', { machineType: 'fan', powerKw: 5.5 }, {}, 'iso-machine-type'],
    ['a reciprocating machine', { machineType: 'reciprocating' }, {}, 'iso-machine-type'],
    ['a gearbox', { machineType: 'gearbox' }, {}, 'iso-machine-type'],
    ['15 kW', { powerKw: 15 }, {}, 'iso-power'],
    ['a slow machine', { speedRpm: 119 }, {}, 'iso-speed'],
    ['a very fast one', { speedRpm: 30_001 }, {}, 'iso-speed'],
    ['a band that is not known', {}, { bandHighHz: null }, 'iso-band'],
    ['a band that ends too low', {}, { bandHighHz: 400 }, 'iso-band'],
    ['a sampling at 50 Hz', {}, { sampleRateHz: 50 }, 'iso-band'],
    ['a slow shaft from 10 Hz on', { speedRpm: 500 }, {}, 'iso-band'],
    ['an unknown support', { support: null }, {}, 'iso-support-unknown'],
  ] as const)('gives no zone for %s', (_name, machine, measurement, problem) => {
    expect(isoZonesOf({ ...motor, ...machine }, { ...good, ...measurement })).toEqual({ zones: null, problem })
  })

  it('takes a slow shaft measured from 2 Hz on', () => {
    expect(isoZonesOf({ ...motor, speedRpm: 500 }, { ...good, bandLowHz: 2 }).problem).toBeNull()
  })
})

describe('where to warn', () => {
  const zones = { ab: 1.4, bc: 2.8, cd: 4.5 }
  it.each([[null, 2.8], [1, 1.7], [0.5, 1.2], [3.4, 3.5]])('baseline %s mm/s: %d mm/s', (baseline, limit) => {
    expect(isoWarning(zones, baseline)).toBeCloseTo(limit, 12)
  })

  it('calls it danger at C/D', () => {
    expect(isoDanger(zones)).toBe(4.5)
  })
})
