import { describe, expect, it } from 'vitest'
import { DAY_MS } from '../kernel/time.ts'
import { expiryOf, LINK_DAYS, linkState, newContractorLink, readWord, type LinkState } from './contractor.ts'

const now = new Date('2026-03-28T12:00:00Z')
const later = (ms: number): Date => new Date(now.getTime() + ms)
const orderId = '018f2b6e-0000-7000-8000-000000000001'

describe('newContractorLink', () => {
  it('lasts a week unless somebody says otherwise, and drops what surrounds the name', () => {
    expect(newContractorLink.parse({ orderId, name: '  A. Weber ' })).toEqual({ orderId, name: 'A. Weber', days: 7 })
  })

  it.each([
    ['the longest', { days: LINK_DAYS.most }, true],
    ['a day more', { days: LINK_DAYS.most + 1 }, false],
    ['none', { days: 0 }, false],
    ['a part of a day', { days: 1.5 }, false],
    ['nobody\'s', { name: ' x ' }, false],
    ['no order\'s', { orderId: 'WO-000123' }, false],
  ])('of %s is taken: %o %s', (_, given, taken) => {
    expect(newContractorLink.safeParse({ orderId, name: 'A. Weber', ...given }).success).toBe(taken)
  })
})

describe('expiryOf', () => {
  it('counts days of 24 hours, also where clocks change', () => {
    expect(expiryOf(7, now).toISOString()).toBe('2026-04-04T12:00:00.000Z')
  })
})

describe('linkState', () => {
  it.each<[LinkState, { expiresAt: Date; revokedAt: Date | null }]>([
    ['open', { expiresAt: later(1), revokedAt: null }],
    ['expired', { expiresAt: now, revokedAt: null }],
    ['expired', { expiresAt: later(-DAY_MS), revokedAt: null }],
    ['revoked', { expiresAt: later(DAY_MS), revokedAt: now }],
    ['revoked', { expiresAt: later(-DAY_MS), revokedAt: later(-2 * DAY_MS) }],
  ])('is %s for %o', (state, link) => {
    expect(linkState(link, now)).toBe(state)
  })
})

describe('readWord', () => {
  it.each([
    ['words without what surrounds them', '  Seal\r\nreplaced ', 'Seal\nreplaced'],
    ['no words', '  ', ''],
    ['the longest', 'x'.repeat(4000), 'x'.repeat(4000)],
    ['a sign more', 'x'.repeat(4001), null],
  ])('reads %s', (_, text, word) => {
    expect(readWord(text)).toBe(word)
  })
})
