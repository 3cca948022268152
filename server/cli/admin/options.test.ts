import { expect, test } from 'vitest'
import { scopesOf } from './api-key.ts'
import { readOptions } from './options.ts'
import { rolesOf } from './user.ts'

const read = (...args: string[]) => readOptions(args, { texts: ['name', 'org'], flags: ['json'] })

test('texts and flags', () => {
  const options = read('--name', ' line 1 ', '--json')
  expect([options.text('name'), options.text('org'), options.flag('json')]).toEqual(['line 1', undefined, true])
  expect(read('--name=a=b').required('name')).toBe('a=b')
})

test.each([
  ['a missing option', () => read('--json').required('name'), '--name is missing.'],
  ['an empty one', () => read('--name', ' ').required('name'), '--name is missing.'],
  ['an unknown one', () => read('--nmae', 'x'), "Unknown option '--nmae'. Options: --name --org --json"],
  ['one without its value', () => read('--name'), "Option '--name <value>' argument missing. Options: --name --org --json"],
  ['a word too many', () => read('name'), /^Unexpected argument 'name'/],
  ['an unknown role', () => rolesOf('technician, wizard'), /^"wizard" is not a role; the roles are technician, /],
  ['an unknown scope', () => scopesOf('ingest,all'), /^"all" is not a scope; the scopes are /],
])('%s is told in one sentence', (_, act, words) => {
  expect(act).toThrow(words)
})

test('several roles and scopes', () => {
  expect(rolesOf('technician, planner')).toEqual(['technician', 'planner'])
  expect(scopesOf('ingest,read')).toEqual(['ingest', 'read'])
})
