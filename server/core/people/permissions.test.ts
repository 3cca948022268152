import { describe, expect, test } from 'vitest'
import { PERMISSIONS, ROLE_PERMISSIONS, ROLES, SCOPE_PERMISSIONS, SCOPES, type Permission, type Role, type Scope } from './permissions.ts'

// What each role may do, in words. A change here is a change of who may do what: it is meant to be read.
const LOOKS = 'sees machines, readings, incidents, orders and rules'
const WORDS: Readonly<Record<Permission, string>> = {
  'me.read': 'signs in',
  'asset.read': 'sees machines', 'asset.edit': 'edits machines',
  'telemetry.read': 'sees readings',
  'incident.read': 'sees incidents', 'incident.handle': 'acknowledges incidents',
  'alarm.suppress': 'suppresses alarms',
  'work-order.read': 'sees orders', 'work-order.request': 'asks for work', 'work-order.create': 'creates orders',
  'work-order.approve': 'approves', 'work-order.plan': 'plans', 'work-order.assign': 'assigns', 'work-order.execute': 'does the work',
  'work-order.break-in': 'breaks in', 'work-order.verify': 'verifies', 'work-order.close': 'closes', 'work-order.cancel': 'cancels',
  'work-order.defer': 'defers',
  'rule.read': 'sees rules', 'rule.edit': 'writes rules', 'rule.publish': 'publishes rules',
  'isolation.edit': 'writes isolation plans', 'isolation.override': 'removes locks of the absent', 'permit.issue': 'issues permits', 'permit.overrule': 'overrules conflicts of permits',
  'cost.edit': 'sets what labour costs',
  'source.read': 'sees sources', 'source.edit': 'edits sources',
  'system.read': 'sees health',
  'people.read': 'sees people', 'people.edit': 'edits people',
  'notify.edit': 'writes rosters', 'webhook.edit': 'sets up webhooks',
  'key.edit': 'makes keys',
  'door.edit': 'opens sites for requests without an account',
  'audit.read': 'sees the audit',
}

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  requester: 'signs in, sees machines, asks for work',
  contractor: 'signs in, sees machines, sees orders, does the work',
  storekeeper: 'signs in, sees machines, sees orders, asks for work',
  technician: `signs in, ${LOOKS}, acknowledges incidents, asks for work, creates orders, does the work, breaks in, closes`,
  supervisor: `signs in, ${LOOKS}, acknowledges incidents, suppresses alarms, asks for work, creates orders, approves, plans, assigns, does the work, breaks in, verifies, closes, cancels, defers, sees sources, sees health, sees people, sees the audit, writes rosters, removes locks of the absent, issues permits`,
  planner: `signs in, ${LOOKS}, edits machines, asks for work, creates orders, approves, plans, assigns, closes, cancels, sees sources, sees health, sees people, writes isolation plans`,
  'reliability-engineer': `signs in, ${LOOKS}, edits machines, acknowledges incidents, suppresses alarms, asks for work, creates orders, approves, verifies, writes rules, publishes rules, sees sources, sees health, sees the audit, writes isolation plans`,
  manager: `signs in, ${LOOKS}, sets what labour costs, asks for work, creates orders, approves, defers, sees sources, sees health, sees people, sees the audit`,
  'ot-engineer': `signs in, ${LOOKS}, edits machines, asks for work, sees sources, edits sources, sees health, makes keys`,
  safety: `signs in, ${LOOKS}, suppresses alarms, asks for work, creates orders, cancels, sees the audit, writes isolation plans, removes locks of the absent, issues permits, overrules conflicts of permits`,
  admin: PERMISSIONS.map((permission) => WORDS[permission]).join(', '),
}

const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  ingest: '',
  read: 'sees machines, sees readings, sees incidents, sees orders, sees rules, sees sources, sees health',
}

const permissionsFrom = (words: string): Permission[] => {
  const phrases = words.replace(LOOKS, 'sees machines, sees readings, sees incidents, sees orders, sees rules').split(', ').filter((phrase) => phrase !== '')
  const byPhrase = new Map(PERMISSIONS.map((permission) => [WORDS[permission], permission]))
  return phrases.map((phrase) => {
    const permission = byPhrase.get(phrase)
    if (!permission) throw new Error(`The table says "${phrase}", which is no permission.`)
    return permission
  })
}

describe('each role', () => {
  test.each(ROLES)('%s may do exactly what the table says', (role) => {
    expect([...ROLE_PERMISSIONS[role]].sort()).toEqual(permissionsFrom(ROLE_WORDS[role]).sort())
  })

  test('holds no permission twice', () => {
    for (const role of ROLES) expect(new Set(ROLE_PERMISSIONS[role]).size).toBe(ROLE_PERMISSIONS[role].length)
  })

  test('can at least sign in', () => {
    for (const role of ROLES) expect(ROLE_PERMISSIONS[role]).toContain('me.read')
  })
})

describe('each scope of a key', () => {
  test.each(SCOPES)('%s may do exactly what the table says', (scope) => {
    expect([...SCOPE_PERMISSIONS[scope]].sort()).toEqual(permissionsFrom(SCOPE_WORDS[scope]).sort())
  })

  test('only reads, never the people, the audit or the keys', () => {
    for (const scope of SCOPES) {
      for (const permission of SCOPE_PERMISSIONS[scope]) expect(permission).toMatch(/^(asset|telemetry|incident|work-order|rule|source|system)\.read$/)
    }
  })
})

test('only administrators edit people', () => {
  expect(ROLES.filter((role) => ROLE_PERMISSIONS[role].includes('people.edit'))).toEqual(['admin'])
})
