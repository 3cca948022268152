import { expect, test } from 'vitest'
import { pendingMigrations, type Migration } from './migrate.ts'

const migration = (name: string): Migration => ({ name, sql: '', checksum: `sum of ${name}` })
const released = ['1_core', '2_isolation', '3_more'].map(migration)
const applied = (...names: string[]) => names.map((name) => ({ name, checksum: `sum of ${name}` }))

test.each([
  ['an empty database', applied(), ['1_core', '2_isolation', '3_more']],
  ['an older one', applied('1_core', '2_isolation'), ['3_more']],
  ['an up-to-date one', applied('1_core', '2_isolation', '3_more'), []],
])('%s', (_, done, expected) => {
  expect(pendingMigrations(released, done).map((one) => one.name)).toEqual(expected)
})

test('a newer database is not touched', () => {
  expect(() => pendingMigrations(released, applied('1_core', '4_future'))).toThrow('newer Millwright (4_future)')
})

test('a migration that was changed after it was applied is refused', () => {
  expect(() => pendingMigrations(released, [{ name: '1_core', checksum: 'other' }])).toThrow('1_core was changed')
})
