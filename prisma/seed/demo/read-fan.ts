import { rmsAboutMean } from '#server/core/vibration/rms.ts'
import { readDataFile } from './data-file.ts'

/** FAN_CONFIGURATIONS say where two weights sit on the blades: 3 balanced (healthy), 2 some unbalance, 1 strong unbalance. */
export const FAN_CONFIGURATIONS = [1, 2, 3] as const
export type FanConfiguration = (typeof FAN_CONFIGURATIONS)[number]

/** FAN_SPEEDS are the recorded speed references in per cent: 20 to 100 in steps of 5. */
export const FAN_SPEEDS: readonly number[] = Array.from({ length: 17 }, (_, index) => 20 + index * 5)

const RATE_HZ = 50
const BLOCK_SAMPLES = 3000
const SAMPLE_BYTES = 6

/**
 * FanSecond is one second of the fan: t in seconds from the start of the block, RMS of each axis about its mean in g,
 * and acc, the three axes combined (the root of the sum of their squares).
 */
export interface FanSecond {
  readonly t: number
  readonly x: number
  readonly y: number
  readonly z: number
  readonly acc: number
}

let file: Buffer | undefined

/**
 * fanRms returns the 60 seconds recorded for a configuration and a speed (per cent, one of FAN_SPEEDS).
 * Each value is the RMS about the mean over 50 samples, since x carries 1 g of gravity. Throws RangeError for another speed.
 */
export function fanRms(configuration: FanConfiguration, speed: number): FanSecond[] {
  const speedIndex = FAN_SPEEDS.indexOf(speed)
  if (speedIndex < 0) throw new RangeError(`The fan was not recorded at ${speed} %.`)
  file ??= readDataFile('fan.i16')
  const bytes = file
  const block = ((configuration - 1) * FAN_SPEEDS.length + speedIndex) * BLOCK_SAMPLES
  return Array.from({ length: BLOCK_SAMPLES / RATE_HZ }, (_, second) => {
    const first = block + second * RATE_HZ
    const [x, y, z] = [axisRms(bytes, first, 0), axisRms(bytes, first, 1), axisRms(bytes, first, 2)]
    return { t: second, x, y, z, acc: Math.hypot(x, y, z) }
  })
}

function axisRms(bytes: Buffer, firstSample: number, axis: number): number {
  return rmsAboutMean(RATE_HZ, (index) => bytes.readInt16LE((firstSample + index) * SAMPLE_BYTES + axis * 2) / 1000)
}
