import { describe, expect, it } from 'vitest'
import { MOST_FILES } from './contractor.ts'
import { LOOK_RATE, PUBLIC_BODY_BYTES, PUBLIC_FILE_BYTES, REPORT_RATES, REPORTS_A_DAY } from './limits.ts'

const DAY_S = 86_400

describe('limits', () => {
  it('let no single address use up its site', () => {
    expect(REPORT_RATES.address.burst).toBeLessThan(REPORT_RATES.site.burst)
    expect(REPORT_RATES.address.perSecond).toBeLessThan(REPORT_RATES.site.perSecond)
  })

  it('take twelve reports of an address at once and three a minute after that', () => {
    expect([REPORT_RATES.address.burst, REPORT_RATES.address.perSecond * 60]).toEqual([12, 3])
  })

  it('bound a day where the rate alone would not', () => {
    expect(REPORTS_A_DAY).toBeLessThan(REPORT_RATES.site.perSecond * DAY_S)
    expect(REPORTS_A_DAY).toBeGreaterThan(REPORT_RATES.site.burst)
  })

  it('let looking be cheaper than reporting', () => {
    expect(LOOK_RATE.perSecond).toBeGreaterThan(REPORT_RATES.address.perSecond)
    expect(LOOK_RATE.burst).toBeGreaterThan(REPORT_RATES.address.burst)
  })

  it('read a file that is too large whole, so that its sender is told which rule it broke', () => {
    const wordsAndFraming = 1024 * 1024
    expect(PUBLIC_BODY_BYTES).toBeGreaterThan(2 * PUBLIC_FILE_BYTES + wordsAndFraming)
  })

  it('let as many photos of a phone through as a message may have', () => {
    const photo = 6 * 1024 * 1024
    expect(MOST_FILES * photo).toBeLessThan(PUBLIC_BODY_BYTES)
    expect(photo).toBeLessThan(PUBLIC_FILE_BYTES)
  })
})
