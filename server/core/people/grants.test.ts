import { expect, test } from 'vitest'
import { readGrants } from './grants.ts'

test('grants are read with their sites, and a role that is not known gives nothing', () => {
  expect(readGrants([{ role: 'technician', siteId: 's' }, { role: 'wizard', siteId: null }, { role: 'admin', siteId: null }])).toEqual([{ role: 'technician', siteId: 's' }, { role: 'admin', siteId: null }])
})
