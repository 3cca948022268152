import { describe, expect, it } from 'vitest'
import { driveRows } from './read-drive.ts'
import { FAN_CONFIGURATIONS, FAN_SPEEDS, fanRms, type FanConfiguration } from './read-fan.ts'
import { hydraulicCycles, hydraulicReplay } from './read-hydraulic.ts'

// Combined RMS of the three axes over the whole minute, in g, as measured from the original file.
const PUBLISHED: readonly [number, FanConfiguration, number][] = [
  [20, 3, 0.081], [40, 2, 0.09], [60, 1, 0.454], [60, 3, 0.085], [80, 2, 1.461], [80, 3, 0.145], [100, 1, 3.379], [100, 3, 0.297],
]

describe('fanRms', () => {
  it.each(PUBLISHED)('at %i %% with configuration %i has the published mean level of %d g', (speed, configuration, published) => {
    const seconds = fanRms(configuration, speed)
    const meanSquare = seconds.reduce((sum, { acc }) => sum + acc * acc, 0) / seconds.length
    expect(seconds).toHaveLength(60)
    // A mean taken per second is a little closer to its samples than one taken per minute.
    expect(Math.sqrt(meanSquare)).toBeGreaterThan(published * 0.9)
    expect(Math.sqrt(meanSquare)).toBeLessThan(published * 1.01)
  })

  it('covers every configuration and speed', () => {
    for (const configuration of FAN_CONFIGURATIONS) {
      for (const speed of FAN_SPEEDS) expect(fanRms(configuration, speed).every(({ x, y, z }) => x > 0 && y > 0 && z > 0)).toBe(true)
    }
  })

  it('refuses a speed that was not recorded', () => {
    expect(() => fanRms(3, 62)).toThrow('62')
  })
})

describe('driveRows', () => {
  const rows = driveRows()

  it('holds the whole recording', () => {
    expect(rows).toHaveLength(22_695)
    expect(rows[0]).toEqual({ t: Date.UTC(2013, 11, 2, 21, 15), value: 73.967 })
    expect(rows.at(-1)).toEqual({ t: Date.UTC(2014, 1, 19, 15, 25), value: 96.904 })
  })

  it('goes back in time once, by 55 minutes', () => {
    const steps = rows.slice(1).map((row, index) => row.t - rows[index]!.t)
    expect(steps.filter((step) => step <= 0)).toEqual([-55 * 60_000])
    expect(rows.length - new Set(rows.map((row) => row.t)).size).toBe(12)
  })
})

describe('hydraulicReplay', () => {
  it('runs from the good cooler over the reduced to the failing one', () => {
    const levels = hydraulicReplay().map((cycle) => cycle.coolerPct)
    expect(levels.filter((level, index) => level !== levels[index - 1])).toEqual([100, 20, 3])
    expect(levels).toHaveLength(701 + 692 + 692)
    expect(hydraulicCycles()).toHaveLength(2205)
  })
})
