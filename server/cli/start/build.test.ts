import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sourcesHash } from './build.ts'

const root = mkdtempSync(path.join(os.tmpdir(), 'mw-build-'))
const write = (name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
  writeFileSync(path.join(root, name), text)
}
const hash = (): string => sourcesHash(root, ['app/**/*', '*.json'], /\.test\.ts$/)

beforeAll(() => { write('app/a/page.tsx', 'one'); write('package.json', '{}') })
afterAll(() => rmSync(root, { recursive: true }))

test('the same sources give the same hash', () => {
  expect(hash()).toBe(hash())
})

test.each<[string, () => void, boolean]>([
  ['a changed file', () => write('app/a/page.tsx', 'two'), true],
  ['a new file', () => write('app/b.ts', ''), true],
  ['a renamed file', () => renameSync(path.join(root, 'app/b.ts'), path.join(root, 'app/c.ts')), true],
  ['a hidden folder in parentheses, as routes have', () => write('app/(desk)/page.tsx', ''), true],
  ['a test', () => write('app/a/page.test.ts', ''), false],
  ['a file that the build does not read', () => write('docs/readme.md', ''), false],
])('%s', (_, change, changes) => {
  const before = hash()
  change()
  expect(hash() !== before).toBe(changes)
})
