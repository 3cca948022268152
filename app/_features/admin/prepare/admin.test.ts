import { describe, expect, it } from 'vitest'
import { ROLE_PERMISSIONS } from '#server/core/people/permissions.ts'
import { personProblems } from './person.ts'
import { sectionsFor } from './sections.ts'

describe('sectionsFor', () => {
  it.each([
    ['admin', ['people', 'devices', 'doors', 'keys', 'webhooks', 'audit']],
    ['safety', ['audit']],
    ['technician', []],
  ] as const)('%s', (role, expected) => {
    expect(sectionsFor(ROLE_PERMISSIONS[role])).toEqual(expected)
  })
})

describe('personProblems', () => {
  const good = { name: 'Ada', email: 'ada@plant.example', password: 'a long enough one', roles: ['technician'] as const }
  it.each([
    ['all said', good, []],
    ['without sign-in', { ...good, email: '', password: '' }, []],
    ['no name', { ...good, name: ' ' }, ['name']],
    ['no role', { ...good, roles: [] }, ['roles']],
    ['an address that is none', { ...good, email: 'ada' }, ['email']],
    ['a short password', { ...good, password: 'short' }, ['password']],
    ['an address without a password', { ...good, password: '' }, ['password']],
    ['a password without an address', { ...good, email: '' }, ['email']],
  ] as const)('%s', (_name, draft, expected) => {
    expect(personProblems(draft)).toEqual(expected)
  })
})
