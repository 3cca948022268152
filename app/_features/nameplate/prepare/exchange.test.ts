import { describe, expect, it } from 'vitest'
import { exchangeOf, exchangeProblems, type ExchangeForm } from './exchange.ts'

const ZONE = 'Europe/Berlin'
const NOW = Date.UTC(2026, 10, 26, 12)
const THERE = { id: 'i', serial: 'P-1', manufacturer: null, model: null, installedAt: '2026-11-01T00:00:00.000Z', until: null }
const FORM: ExchangeForm = { serial: ' P-2 ', manufacturer: ' ', model: 'XL', at: '2026-11-26T12:30', reason: ' worn out ' }

describe('exchangeProblems', () => {
  it.each<[string, Partial<ExchangeForm>, object]>([
    ['nothing', {}, {}],
    ['no serial number', { serial: ' ' }, { serial: 'serialMissing' }],
    ['the one that is there', { serial: 'P-1' }, { serial: 'serialSame' }],
    ['no moment', { at: '' }, { at: 'atMissing' }],
    ['a moment to come, by the clocks of the site', { at: '2026-11-26T13:06' }, { at: 'problem.future' }],
    ['a moment before the installation', { at: '2026-10-31T12:00' }, { at: 'problem.before-installation' }],
    ['no reason', { reason: '' }, { reason: 'whyMissing' }],
  ])('finds %s', (_name, change, problems) => {
    expect(exchangeProblems({ ...FORM, ...change }, THERE, ZONE, NOW)).toEqual(problems)
  })
})

describe('exchangeOf', () => {
  it('says it as the server takes it', () => {
    expect(exchangeOf(FORM, ZONE)).toEqual({ equipment: { serial: 'P-2', manufacturer: null, model: 'XL' }, at: '2026-11-26T11:30:00.000Z', reason: 'worn out' })
  })
})
