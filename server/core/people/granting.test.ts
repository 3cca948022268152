import { describe, expect, test } from 'vitest'
import type { Grant, PersonActor } from './actor.ts'
import { grantChange, mayGrant, requireMayGrant } from './granting.ts'
import type { Role } from './permissions.ts'

const A = 'site-a'
const B = 'site-b'
const person = (...grants: Grant[]): PersonActor => ({ type: 'person', orgId: 'o', personId: 'p', name: 'P', grants })
const at = (role: Role, siteId: string | null): Grant => ({ role, siteId })

const cases: readonly [who: string, holds: readonly Grant[], what: string, grant: Grant, may: boolean][] = [
  ['an administrator', [at('admin', null)], 'another administrator', at('admin', null), true],
  ['an administrator', [at('admin', null)], 'a technician at a site', at('technician', A), true],
  ['an administrator of A', [at('admin', A)], 'an administrator of A', at('admin', A), true],
  ['an administrator of A', [at('admin', A)], 'an administrator of B', at('admin', B), false],
  ['an administrator of A', [at('admin', A)], 'a requester everywhere', at('requester', null), false],
  ['an administrator of A and B', [at('admin', A), at('admin', B)], 'an administrator everywhere', at('admin', null), false],
  ['a supervisor', [at('supervisor', null)], 'a supervisor', at('supervisor', null), true],
  ['a supervisor', [at('supervisor', null)], 'an administrator', at('admin', null), false],
  ['a supervisor', [at('supervisor', null)], 'an OT engineer', at('ot-engineer', null), false],
  ['a supervisor and OT engineer', [at('supervisor', null), at('ot-engineer', null)], 'an OT engineer', at('ot-engineer', A), true],
  ['a supervisor of A, requester everywhere', [at('supervisor', A), at('requester', null)], 'a technician of B', at('technician', B), false],
  ['somebody without a role', [], 'a requester', at('requester', A), false],
]

describe('mayGrant', () => {
  test.each(cases)('%s %j making %s %j: %s', (_who, holds, _what, grant, may) => {
    expect(mayGrant(person(...holds), grant)).toBe(may)
  })
})

describe('grantChange', () => {
  test.each<[string, Grant[], Grant[], Grant[], Grant[]]>([
    ['nothing', [at('admin', null)], [at('admin', null)], [], []],
    ['a site instead of everywhere', [at('technician', null)], [at('technician', A)], [at('technician', A)], [at('technician', null)]],
    ['a role named twice', [], [at('technician', A), at('technician', A)], [at('technician', A)], []],
    ['everything', [at('technician', A)], [], [], [at('technician', A)]],
  ])('%s', (_, before, after, add, remove) => {
    expect(grantChange(before, after)).toEqual({ add, remove })
  })
})

describe('requireMayGrant', () => {
  const siteAdmin = person(at('admin', A))
  test('refuses to take what the actor does not hold', () => {
    expect(() => requireMayGrant(siteAdmin, { add: [], remove: [at('admin', null)] })).toThrow(expect.objectContaining({ code: 'forbidden' }) as Error)
  })
  test('refuses the whole change when one role goes too far', () => {
    expect(() => requireMayGrant(siteAdmin, { add: [at('technician', A), at('technician', B)], remove: [] })).toThrow(/technician/)
  })
  test('lets the rest pass', () => {
    expect(() => requireMayGrant(siteAdmin, { add: [at('technician', A)], remove: [at('supervisor', A)] })).not.toThrow()
  })
})
