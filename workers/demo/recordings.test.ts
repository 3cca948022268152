import { describe, expect, it } from 'vitest'
import { batchesOf, driveReadings, hydraulicReadings } from './recordings.ts'

const STARTED = Date.UTC(2026, 4, 1, 6)

describe('driveReadings', () => {
  const { december, rest } = driveReadings(STARTED)
  it('ends at the first start and leaves nothing out', () => {
    expect(rest.at(-1)?.ts).toBe(STARTED)
    expect(december.length + rest.length).toBe(22_695)
  })

  it('parts the recording after the December fault, with the original spacing', () => {
    expect((rest[0]?.ts ?? 0) - (december.at(-1)?.ts ?? 0)).toBe(300_000)
    expect(december.some((reading) => reading.value < 60)).toBe(true)
  })
})

describe('hydraulicReadings', () => {
  it('sends four temperatures a minute and ends at the first start', () => {
    const readings = hydraulicReadings(STARTED)
    expect(readings).toHaveLength(4 * 2085)
    expect(readings.at(-1)).toMatchObject({ point: 'HPU-201.TS4', ts: STARTED })
    expect(new Set(readings.map((reading) => reading.ts)).size).toBe(2085)
  })
})

describe('batchesOf', () => {
  it('keeps the order and loses nothing', () => {
    const readings = hydraulicReadings(STARTED).slice(0, 2500)
    const batches = batchesOf(readings)
    expect(batches.map((batch) => batch.length)).toEqual([1000, 1000, 500])
    expect(batches.flat()).toEqual(readings)
  })
})
