import { beforeAll, describe, expect, test } from 'vitest'
import { handleAuth } from '#server/api/auth.ts'
import { postEnrol } from '#server/api/tablet/enrol.ts'
import { postPull } from '#server/api/tablet/pull.ts'
import { postPush } from '#server/api/tablet/push.ts'
import { postWiped } from '#server/api/tablet/wiped.ts'
import { createOrganization } from '#server/modules/organizations/index.ts'
import { createUser } from '#server/modules/people/index.ts'
import { listDevices, wipeDevice } from '#server/modules/tablets/index.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import { useTestDatabase } from '#tests/harness/database.ts'

useTestDatabase()
const ORIGIN = 'http://127.0.0.1:3000'
const PASSWORD = 'correct horse battery'
const DOORS = { enrol: postEnrol, push: postPush, pull: postPull, wiped: postWiped } as const
const NOTHING = { sentAt: new Date().toISOString(), waiting: 0, oldestAt: null, operations: [] }

const cookiesOf = (response: Response): string => response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
const call = (door: keyof typeof DOORS, cookie: string, body: unknown, headers: Record<string, string> = { origin: ORIGIN }): Promise<Response> =>
  DOORS[door](new Request(`${ORIGIN}/api/tablet/${door}`, {
    method: 'POST', headers: { cookie, host: '127.0.0.1:3000', 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body),
  }))
const signIn = async (email: string): Promise<string> => cookiesOf(await handleAuth(new Request(`${ORIGIN}/api/auth/sign-in/email`, {
  method: 'POST', headers: { 'content-type': 'application/json', host: '127.0.0.1:3000', origin: ORIGIN }, body: JSON.stringify({ email, password: PASSWORD }),
})))

let people: Record<'ada' | 'root', { personId: string; session: string }>
let root: PersonActor
const tabletOf = async (session: string, device = ''): Promise<string> => cookiesOf(await call('enrol', `${session}; ${device}`, { name: 'Hall 3', platform: 'android' }))

beforeAll(async () => {
  const { orgId } = await createOrganization({ name: 'North', slug: 'north', site: { code: 'N1', name: 'North 1', timeZone: 'Europe/Berlin' } })
  const make = async (email: string, role: 'technician' | 'admin') => {
    const { personId } = await createUser({ orgId, email, name: email, password: PASSWORD, roles: [{ role, siteId: null }] })
    return { personId, session: await signIn(email) }
  }
  people = { ada: await make('ada@example.com', 'technician'), root: await make('root@example.com', 'admin') }
  root = { type: 'person', orgId, personId: people.root.personId, name: 'Root', grants: [{ role: 'admin', siteId: null }] }
})

describe('the doors of a tablet', () => {
  test('enrolling needs somebody who is signed in, and gives a cookie that no page and no other site can use', async () => {
    expect((await call('enrol', '', { name: 'Hall 3', platform: 'android' })).status).toBe(401)
    const response = await call('enrol', people.ada.session, { name: 'Hall 3', platform: 'android' })
    expect(response.status).toBe(200)
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/^mw_device=.*; Path=\/api; HttpOnly; SameSite=Strict; Max-Age=\d+$/)])
  })

  test.each(['push', 'pull', 'wiped'] as const)('%s needs the device\'s own cookie: neither a session nor a made-up one will do', async (door) => {
    const tablet = await tabletOf(people.ada.session)
    for (const cookie of ['', people.ada.session, 'mw_device=x', tablet.slice(0, -4) + 'AAAA']) expect((await call(door, cookie, NOTHING)).status).toBe(401)
  })

  test.each(['enrol', 'push', 'pull', 'wiped'] as const)('%s refuses another site\'s page', async (door) => {
    const tablet = await tabletOf(people.ada.session)
    expect((await call(door, `${people.ada.session}; ${tablet}`, NOTHING, { origin: 'https://evil.example' })).status).toBe(403)
  })

  test.each([['no JSON', '{'], ['no operations', {}], ['too many operations', { ...NOTHING, operations: Array.from({ length: 51 }, () => ({})) }]])('push refuses %s with words', async (_, body) => {
    const response = await call('push', await tabletOf(people.ada.session), body)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'invalid', detail: expect.any(String) as string })
  })

  test('a tablet gives nothing of a person who has not signed in on it, and all of two who have', async () => {
    const tablet = await tabletOf(people.ada.session)
    expect((await call('pull', tablet, { personId: people.root.personId })).status).toBe(403)
    expect(cookiesOf(await call('enrol', `${people.root.session}; ${tablet}`, { name: 'Hall 3', platform: 'android' }))).toBe(tablet)
    for (const { personId } of Object.values(people)) expect((await call('pull', tablet, { personId })).status).toBe(200)
  })

  test('a tablet that was given another name is listed under it', async () => {
    const tablet = await tabletOf(people.ada.session)
    await call('pull', tablet, { personId: people.ada.personId, name: 'Press shop' })
    expect((await listDevices(root)).find((device) => device.id === tablet.split('.')[1])?.name).toBe('Press shop')
  })

  test('one that is to be emptied is told so, tells what was lost, and is a stranger from then on', async () => {
    const tablet = await tabletOf(people.ada.session)
    await call('push', tablet, { ...NOTHING, waiting: 3, oldestAt: '2026-11-26T08:00:00Z' })
    expect((await call('wiped', tablet, { lost: 3 })).status).toBe(409)
    const id = tablet.split('.')[1] ?? ''
    expect((await listDevices(root)).find((device) => device.id === id)).toMatchObject({ waiting: 3, oldestWaitingAt: '2026-11-26T08:00:00.000Z' })
    await wipeDevice(root, id)
    expect(await (await call('push', tablet, NOTHING)).json()).toEqual({ wipe: true, answers: [] })
    expect(await (await call('pull', tablet, { personId: people.ada.personId })).json()).toEqual({ wipe: true })
    const gone = await call('wiped', tablet, { lost: 3 })
    expect([gone.status, gone.headers.getSetCookie()[0]?.includes('Max-Age=0')]).toEqual([204, true])
    expect((await call('push', tablet, NOTHING)).status).toBe(401)
    expect((await listDevices(root)).find((device) => device.id === id)?.wipedAt).not.toBeNull()
  })
})
