import { describe, expect, test } from 'vitest'
import { can, permissionsOf, requireEverywhere, requirePermission, siteScope, type Actor, type Grant, type MachineActor, type PersonActor } from './actor.ts'
import type { Permission } from './permissions.ts'

const A = 'site-a'
const B = 'site-b'
const person = (...grants: Grant[]): PersonActor => ({ type: 'person', orgId: 'o', personId: 'p', name: 'P', grants })
const machine = (siteId: string | null, ...scopes: MachineActor['scopes']): MachineActor =>
  ({ type: 'machine', orgId: 'o', keyId: 'k', name: 'K', sourceId: 's', siteId, scopes })
const system: Actor = { type: 'system', orgId: 'o' }

const cases: readonly [what: string, actor: Actor, permission: Permission, scope: 'all' | readonly string[]][] = [
  ['nobody\'s role', person(), 'asset.read', []],
  ['a role at one site', person({ role: 'technician', siteId: A }), 'work-order.execute', [A]],
  ['a role everywhere', person({ role: 'technician', siteId: null }), 'work-order.execute', 'all'],
  ['the same role at two sites', person({ role: 'technician', siteId: A }, { role: 'technician', siteId: B }), 'work-order.execute', [A, B]],
  ['two roles at one site', person({ role: 'technician', siteId: A }, { role: 'supervisor', siteId: A }), 'work-order.execute', [A]],
  ['a role that lacks it everywhere, one that has it at a site', person({ role: 'requester', siteId: null }, { role: 'technician', siteId: B }), 'work-order.execute', [B]],
  ['a role that lacks it', person({ role: 'requester', siteId: null }), 'work-order.execute', []],
  ['an administrator of one site', person({ role: 'admin', siteId: A }), 'people.edit', [A]],
  ['a reading key for one site', machine(A, 'read'), 'work-order.read', [A]],
  ['a reading key', machine(null, 'read'), 'work-order.read', 'all'],
  ['a reading key that would change something', machine(null, 'read'), 'work-order.create', []],
  ['a reading key and the audit', machine(null, 'read'), 'audit.read', []],
  ['a reading key and people', machine(null, 'read'), 'people.read', []],
  ['a sending key', machine(null, 'ingest'), 'asset.read', []],
  ['a key without scopes', machine(null), 'asset.read', []],
  ['the system', system, 'people.edit', 'all'],
]

describe('siteScope', () => {
  test.each(cases)('of %s', (_, actor, permission, scope) => {
    expect(siteScope(actor, permission)).toEqual(scope)
  })

  test.each(cases)('can and requirePermission agree with it: %s', (_, actor, permission, scope) => {
    for (const site of [A, B]) {
      const allowed = scope === 'all' || scope.includes(site)
      expect(can(actor, permission, site)).toBe(allowed)
      if (allowed) expect(() => requirePermission(actor, permission, site)).not.toThrow()
      else expect(() => requirePermission(actor, permission, site)).toThrow(expect.objectContaining({ code: 'forbidden' }) as Error)
    }
    expect(can(actor, permission)).toBe(scope === 'all' || scope.length > 0)
    if (scope === 'all') expect(() => requireEverywhere(actor, permission)).not.toThrow()
    else expect(() => requireEverywhere(actor, permission)).toThrow(expect.objectContaining({ code: 'forbidden' }) as Error)
  })
})

test('permissionsOf lists what is held anywhere, once', () => {
  const held = permissionsOf(person({ role: 'requester', siteId: A }, { role: 'contractor', siteId: B }))
  expect(held).toEqual(['me.read', 'asset.read', 'work-order.read', 'work-order.request', 'work-order.execute'])
})
