import { describe, expect, it } from 'vitest'
import { checkExchange, equipmentInput, exchangeFault } from './installation.ts'

const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 26, 12, minutes))

describe('exchangeFault', () => {
  it.each([
    ['just now, nothing there before', at(0), null, null],
    ['after what is there was installed', at(0), at(-60), null],
    ['four minutes ahead, as clocks differ', at(4), null, null],
    ['six minutes ahead', at(6), null, 'future'],
    ['at the moment of the installation', at(-60), at(-60), 'before-installation'],
    ['before the installation', at(-61), at(-60), 'before-installation'],
  ] as const)('%s', (_name, moment, installedAt, fault) => {
    expect(exchangeFault(moment, installedAt, at(0))).toBe(fault)
    if (fault === null) expect(() => { checkExchange(moment, installedAt, at(0)) }).not.toThrow()
    else expect(() => { checkExchange(moment, installedAt, at(0)) }).toThrow(expect.objectContaining({ code: 'invalid' }))
  })
})

describe('equipmentInput', () => {
  it('takes off what is blank', () => {
    expect(equipmentInput.parse({ serial: ' P-77 ', manufacturer: ' ', model: null })).toEqual({ serial: 'P-77', manufacturer: null, model: null })
  })
  it('wants a serial number', () => { expect(equipmentInput.safeParse({ serial: '  ', manufacturer: null, model: null }).success).toBe(false) })
})
