import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { dropDangling } from './fix-lock.mjs'

const lock = () => ({
  packages: {
    '': { optionalDependencies: { here: '1', gone: '1' } },
    'node_modules/here': {},
    'node_modules/a': { optionalDependencies: { own: '1', here: '1', absent: '1' } },
    'node_modules/a/node_modules/own': {},
    'node_modules/@s/b': { optionalDependencies: { own: '1' } },
    'node_modules/a/node_modules/c': { optionalDependencies: { own: '1', here: '1' } },
  } as Record<string, { optionalDependencies?: Record<string, string> }>,
})

test('names without an entry go, names found in any node_modules above stay', () => {
  const given = lock()
  expect(dropDangling(given)).toEqual([': gone', 'node_modules/a: absent', 'node_modules/@s/b: own'].map((line) => line.replace(/^:/, 'this project:')))
  expect(given.packages['node_modules/a']?.optionalDependencies).toEqual({ own: '1', here: '1' })
  expect(given.packages['node_modules/@s/b']).toEqual({})
  expect(given.packages['node_modules/a/node_modules/c']?.optionalDependencies).toEqual({ own: '1', here: '1' })
})

test('the committed lock is complete and names no registry', () => {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../package-lock.json'), 'utf8')
  expect(dropDangling(JSON.parse(text))).toEqual([])
  expect(text).not.toContain('"resolved": "http')
})
