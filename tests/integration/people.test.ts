import { beforeAll, describe, expect, test } from 'vitest'
import type { ApiContext } from '#server/api/trpc/context.ts'
import { createCaller } from '#server/api/trpc/init.ts'
import { appRouter } from '#server/api/trpc/routers/index.ts'
import type { Actor, Grant, PersonActor } from '#server/core/people/actor.ts'
import { createApiKey, forgetKeys, verifyApiKey } from '#server/modules/keys/index.ts'
import { createOrganization, createSite, findOrganization } from '#server/modules/organizations/index.ts'
import { createPerson, createUser, listPeople, managedPeople, setActive, updateGrants } from '#server/modules/people/index.ts'
import { useTestDatabase } from '#tests/harness/database.ts'

const database = useTestDatabase()
let orgId = ''
let siteA = ''
let siteB = ''
let system: Actor
let admin: PersonActor
let siteAdmin: PersonActor

const actorOf = (personId: string, ...grants: Grant[]): PersonActor => ({ type: 'person', orgId, personId, name: 'Somebody', grants })

beforeAll(async () => {
  const made = await createOrganization({ name: 'North', slug: 'north', site: { code: 'A', name: 'Site A', timeZone: 'Europe/Berlin' } })
  orgId = made.orgId
  siteA = made.siteId
  system = { type: 'system', orgId }
  siteB = (await createSite(system, { code: 'B', name: 'Site B', timeZone: 'UTC' })).siteId
  const root = await createUser({ orgId, name: 'Root', email: 'root@example.com', password: 'a long password', roles: [{ role: 'admin', siteId: null }] })
  admin = actorOf(root.personId, { role: 'admin', siteId: null })
  const local = await createPerson(admin, { name: 'Local', email: 'local@example.com', password: 'a long password', roles: [{ role: 'admin', siteId: siteA }] })
  siteAdmin = actorOf(local.personId, { role: 'admin', siteId: siteA })
})

const refused = (code: string): unknown => expect.objectContaining({ name: 'AppError', code })

describe('a person', () => {
  test('is added with roles and an audit row, and listed', async () => {
    const { personId } = await createPerson(admin, { name: 'Tina', roles: [{ role: 'technician', siteId: siteA }] })
    expect(await listPeople(admin, { permission: 'work-order.execute' })).toContainEqual({ id: personId, name: 'Tina', roles: ['technician'] })
    const audit = await database.query(`SELECT actor_id, action FROM audit WHERE entity = 'person' AND entity_id = $1`, [personId])
    expect(audit).toEqual([{ actor_id: admin.personId, action: 'person.create' }])
  })

  test.each<[string, () => Promise<unknown>, string]>([
    ['an administrator of one site makes one for all', () => createPerson(siteAdmin, { name: 'X', roles: [{ role: 'admin', siteId: null }] }), 'forbidden'],
    ['an administrator of one site gives a role at another', () => createPerson(siteAdmin, { name: 'X', roles: [{ role: 'requester', siteId: siteB }] }), 'forbidden'],
    ['an administrator of one site promotes himself', () => updateGrants(siteAdmin, { personId: siteAdmin.personId, roles: [{ role: 'admin', siteId: null }] }), 'forbidden'],
    ['an administrator of one site takes the role of one for all', () => updateGrants(siteAdmin, { personId: admin.personId, roles: [] }), 'not-found'],
    ['an administrator of one site lets one for all out', () => setActive(siteAdmin, { personId: admin.personId, active: false }), 'not-found'],
    ['a site that does not exist is named', () => createPerson(admin, { name: 'X', roles: [{ role: 'requester', siteId: '00000000-0000-7000-8000-000000000000' }] }), 'not-found'],
    ['the last administrator gives up his role', () => updateGrants(admin, { personId: admin.personId, roles: [] }), 'conflict'],
    ['the last administrator leaves', () => setActive(admin, { personId: admin.personId, active: false }), 'conflict'],
    ['the same address comes twice', () => createPerson(admin, { name: 'Y', email: 'ROOT@example.com', password: 'a long password', roles: [] }), 'conflict'],
    ['a password is short', () => createPerson(admin, { name: 'Y', email: 'y@example.com', password: 'short', roles: [] }), 'invalid'],
    ['a supervisor adds people', () => createPerson(actorOf(admin.personId, { role: 'supervisor', siteId: null }), { name: 'Y', roles: [] }), 'forbidden'],
  ])('is refused when %s, and nothing changes', async (_, attempt, code) => {
    const before = await database.query('SELECT person_id, role, site_id FROM role_grant ORDER BY 1, 2, 3')
    const people = await database.query('SELECT id, active FROM person ORDER BY 1')
    await expect(attempt()).rejects.toEqual(refused(code))
    expect(await database.query('SELECT person_id, role, site_id FROM role_grant ORDER BY 1, 2, 3')).toEqual(before)
    expect(await database.query('SELECT id, active FROM person ORDER BY 1')).toEqual(people)
  })

  test('two administrators cannot remove each other at the same time', async () => {
    const second = await createUser({ orgId, name: 'Second', email: 'second@example.com', password: 'a long password', roles: [{ role: 'admin', siteId: null }] })
    const other = actorOf(second.personId, { role: 'admin', siteId: null })
    const results = await Promise.allSettled([
      updateGrants(admin, { personId: second.personId, roles: [] }),
      updateGrants(other, { personId: admin.personId, roles: [] }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await updateGrants(system, { personId: admin.personId, roles: [{ role: 'admin', siteId: null }] })
  })

  test('at another site is not in a site administrator\'s lists', async () => {
    const { personId } = await createPerson(admin, { name: 'Far away', roles: [{ role: 'technician', siteId: siteB }] })
    expect((await listPeople(siteAdmin)).map(({ id }) => id)).not.toContain(personId)
    expect((await managedPeople(siteAdmin)).map(({ id }) => id)).not.toContain(personId)
    expect((await managedPeople(admin)).map(({ id }) => id)).toContain(personId)
  })

  test('who is let out takes the keys he made with him, and nobody else\'s', async () => {
    const { personId } = await createPerson(admin, { name: 'Olga', email: 'olga@example.com', password: 'a long password', roles: [{ role: 'ot-engineer', siteId: siteA }] })
    const hers = await createApiKey(actorOf(personId, { role: 'ot-engineer', siteId: siteA }), { name: 'Hers', scopes: ['ingest'], site: siteA })
    const another = await createApiKey(admin, { name: 'Another', scopes: ['ingest'], site: siteA })
    expect(await verifyApiKey(`Bearer ${hers.key}`)).toMatchObject({ orgId, sourceId: hers.sourceId })
    const { revokedKeys } = await setActive(admin, { personId, active: false })
    expect(revokedKeys).toEqual([hers.id])
    forgetKeys(revokedKeys)
    expect(await verifyApiKey(`Bearer ${hers.key}`)).toBeNull()
    expect(await verifyApiKey(`Bearer ${another.key}`)).not.toBeNull()
  })
})

describe('the first-day list', () => {
  test('is ticked by what was really done, and by nothing that failed', async () => {
    const { personId } = await createPerson(admin, { name: 'Simon', roles: [{ role: 'safety', siteId: null }, { role: 'requester', siteId: null }] })
    const context: ApiContext = { actor: actorOf(personId, { role: 'safety', siteId: null }, { role: 'requester', siteId: null }), session: { id: 's', userId: 'u' }, requestId: 'r', locale: 'en' }
    const caller = createCaller(appRouter)(context)
    const done = async (): Promise<string[]> => (await caller.me.get()).firstDay.filter((step) => step.done).map(({ step }) => step)
    await expect(caller.assets.get({ id: '00000000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await done()).toEqual([])
    await caller.audit.list({})
    await caller.audit.list({})
    expect(await done()).toEqual(['see-audit'])
    expect((await caller.me.get()).firstDay.map(({ step }) => step)).toEqual(['open-order', 'see-audit', 'open-asset', 'request-work'])
  })
})

describe('an organization', () => {
  test('is found by slug, name or id, and must be named when there are several', async () => {
    expect((await findOrganization()).id).toBe(orgId)
    await createOrganization({ name: 'Other', slug: 'other', site: { code: 'O', name: 'O', timeZone: 'UTC' } })
    await expect(findOrganization()).rejects.toEqual(refused('invalid'))
    for (const name of ['north', 'North', orgId]) expect((await findOrganization(name)).id).toBe(orgId)
    await expect(findOrganization('nowhere')).rejects.toEqual(refused('not-found'))
  })

  test.each<[string, () => Promise<unknown>, string]>([
    ['a slug that is taken', () => createOrganization({ name: 'North 2', slug: 'north', site: { code: 'A', name: 'A', timeZone: 'UTC' } }), 'conflict'],
    ['a time zone that does not exist', () => createOrganization({ name: 'Z', slug: 'z', site: { code: 'A', name: 'A', timeZone: 'Mars/Base' } }), 'invalid'],
    ['a site code that is taken', () => createSite(system, { code: 'A', name: 'A', timeZone: 'UTC' }), 'conflict'],
    ['a site made by an administrator of another site', () => createSite(siteAdmin, { code: 'C', name: 'C', timeZone: 'UTC' }), 'forbidden'],
  ])('refuses %s and leaves nothing behind', async (_, attempt, code) => {
    const before = await database.query('SELECT id FROM organization UNION ALL SELECT id FROM site ORDER BY 1')
    await expect(attempt()).rejects.toEqual(refused(code))
    expect(await database.query('SELECT id FROM organization UNION ALL SELECT id FROM site ORDER BY 1')).toEqual(before)
  })
})
