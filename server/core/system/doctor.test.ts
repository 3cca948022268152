import { expect, test } from 'vitest'
import { describeInstallation, type InstallationFacts } from './doctor.ts'

const healthy: InstallationFacts = {
  version: '18.4', fsync: true, sizeBytes: 2 * 1024 ** 3, missingRoles: [], unboundRoles: [], openTables: [], partitionsAhead: 8, pendingMigrations: [], freeBytes: 80 * 1024 ** 3,
}

test('a healthy installation: every sentence is good news, none asks for anything', () => {
  const findings = describeInstallation(healthy)
  expect(findings.every((finding) => finding.severity === 'ok' && finding.todo === undefined)).toBe(true)
  expect(findings[0]?.sentence).toBe('PostgreSQL 18.4 answers; the database holds 2.0 GiB.')
})

test.each<[string, Partial<InstallationFacts>, string, 'notice' | 'bad']>([
  ['fsync', { fsync: false }, 'does not write through', 'bad'],
  ['a role is missing', { missingRoles: ['mw_app'] }, 'mw_app', 'bad'],
  ['a role passes row-level security', { unboundRoles: ['mw_system'] }, 'does not bind mw_system', 'bad'],
  ['a table is open', { openTables: ['public.site'] }, 'not forced on public.site', 'bad'],
  ['a migration waits', { pendingMigrations: ['2027_x'] }, '2027_x', 'bad'],
  ['no partition today', { partitionsAhead: 0 }, 'no partition', 'bad'],
  ['disk low', { freeBytes: 3 * 1024 ** 3 }, '3.0 GiB are free', 'notice'],
  ['disk nearly full', { freeBytes: 0.5 * 1024 ** 3 }, '0.5 GiB are free', 'bad'],
])('%s', (_, change, words, severity) => {
  const found = describeInstallation({ ...healthy, ...change }).filter((finding) => finding.severity !== 'ok')
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ severity, sentence: expect.stringContaining(words), todo: expect.any(String) })
})
