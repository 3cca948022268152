import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolderAt } from './data-folder.ts'
import { ensureSecrets, readSecrets, rolePasswords } from './secrets.ts'

const root = mkdtempSync(path.join(os.tmpdir(), 'mw-folder-'))
afterAll(() => rmSync(root, { recursive: true }))

test('a relative folder lies in the checkout, an absolute one where it says', () => {
  expect(dataFolderAt('.data', root)).toBe(path.join(root, '.data'))
  expect(dataFolderAt(path.join(root, 'elsewhere'), '/nowhere')).toBe(path.join(root, 'elsewhere'))
})

test.each([
  ['a file', 'file'],
  ['below a file', 'file/data'],
])('%s is no folder, in one sentence with the way out', (_, name) => {
  writeFileSync(path.join(root, 'file'), '')
  expect(() => dataFolderAt(name, root)).toThrow(/^The data folder .* is not a folder: choose another with DATA_DIR=\/path\/to\/folder\.$/)
})

test('where no folder can be made, it says so instead of trying for ever', () => {
  expect(() => dataFolderAt('/proc/mw-nowhere/data', root)).toThrow(/^The data folder \/proc\/mw-nowhere\/data cannot be (made there|used|read and written)/)
})

test('secrets are made once, kept, readable by nobody else, and long', () => {
  expect(readSecrets(root)).toBeNull()
  const made = ensureSecrets(root)
  expect(ensureSecrets(root)).toEqual(made)
  expect(statSync(path.join(root, 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(made.secret).toHaveLength(64)
  expect(made.secret).not.toBe(made.postgresPassword)
  expect(readFileSync(path.join(root, 'secrets.json'), 'utf8')).toContain(made.secret)
})

test('each role has its own password; the same secret gives the same ones', () => {
  const passwords = rolePasswords('a'.repeat(32))
  expect(new Set(Object.values(passwords)).size).toBe(3)
  expect(rolePasswords('a'.repeat(32))).toEqual(passwords)
  expect(rolePasswords('b'.repeat(32))).not.toEqual(passwords)
})

test('a damaged file is named, not overwritten', () => {
  writeFileSync(path.join(root, 'secrets.json'), '{')
  expect(() => ensureSecrets(root)).toThrow(`${path.join(root, 'secrets.json')} is damaged: restore it from a backup.`)
  expect(readFileSync(path.join(root, 'secrets.json'), 'utf8')).toBe('{')
})
