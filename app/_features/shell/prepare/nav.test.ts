import { describe, expect, it } from 'vitest'
import { ROLE_PERMISSIONS } from '#server/core/people/permissions.ts'
import { initials, isCurrent, navFor } from './nav.ts'

describe('navFor', () => {
  it('shows a requester only what a requester may see', () => {
    expect(navFor(ROLE_PERMISSIONS.requester).map((item) => item.key)).toEqual(['assets'])
  })
  it('shows an OT engineer the sources', () => {
    expect(navFor(ROLE_PERMISSIONS['ot-engineer']).map((item) => item.key)).toContain('sources')
  })
})

describe('isCurrent', () => {
  const [overview, , orders] = navFor(ROLE_PERMISSIONS.admin)
  it('marks the place and everything below it, and the overview only itself', () => {
    expect(orders && isCurrent(orders, '/work-orders/WO-000001')).toBe(true)
    expect(orders && isCurrent(orders, '/work-orders-old')).toBe(false)
    expect(overview && isCurrent(overview, '/assets')).toBe(false)
  })
})

describe('initials', () => {
  it.each([['Technician A', 'TA'], ['Ada', 'A'], ['Anna Maria Berg', 'AB'], ['', '']])('%s -> %s', (name, expected) => {
    expect(initials(name)).toBe(expected)
  })
})
