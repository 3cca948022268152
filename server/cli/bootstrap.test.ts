import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { installState, isNewEnough } from './bootstrap.mjs'

test.each([
  ['20.19.0', true], ['20.19.5', true], ['20.20.2', true], ['22.0.0', true], ['24.21.0', true],
  ['20.18.9', false], ['18.20.0', false], ['20.9.0', false],
])('Node %s: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected)
})

test('what is installed is told by the package files', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'mw-boot-'))
  const write = (name: string, text: string): void => writeFileSync(path.join(root, name), text)
  write('package.json', '{}')
  write('package-lock.json', '1')
  const first = installState(root)
  expect(installState(root)).toBe(first)
  write('package-lock.json', '2')
  expect(installState(root)).not.toBe(first)
  rmSync(root, { recursive: true })
})
