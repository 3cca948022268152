import { beforeAll, describe, expect, test } from 'vitest'
import { handleAuth } from '#server/api/auth.ts'
import { handleTrpc } from '#server/api/trpc/handler.ts'
import { createOrganization } from '#server/modules/organizations/index.ts'
import { createUser, setActive, updateGrants } from '#server/modules/people/index.ts'
import { FAILURES_PER_PLACE } from '#server/platform/sign-in-limit.ts'
import { useTestDatabase } from '#tests/harness/database.ts'

const database = useTestDatabase()
const ORIGIN = 'http://127.0.0.1:3000'
const PASSWORD = 'correct horse battery'
let orgId = ''
let personId = ''

beforeAll(async () => {
  const made = await createOrganization({ name: 'North', slug: 'north', site: { code: 'N1', name: 'North 1', timeZone: 'Europe/Berlin' } })
  orgId = made.orgId
  const created = await createUser({ orgId, email: 'Ada@Example.com', name: 'Ada', password: PASSWORD, roles: [{ role: 'technician', siteId: null }] })
  personId = created.personId
  await createUser({ orgId, email: 'root@example.com', name: 'Root', password: PASSWORD, roles: [{ role: 'admin', siteId: null }] })
})

const signIn = (email: string, password: string, headers: Record<string, string> = { origin: ORIGIN }): Promise<Response> =>
  handleAuth(new Request(`${ORIGIN}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', host: '127.0.0.1:3000', ...headers },
    body: JSON.stringify({ email, password }),
  }))

const cookiesOf = (response: Response): string => response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')

const mutate = (path: string, cookie: string, input: unknown, headers: Record<string, string> = { origin: ORIGIN }): Promise<Response> =>
  handleTrpc(new Request(`${ORIGIN}/api/trpc/${path}`, {
    method: 'POST', headers: { cookie, host: '127.0.0.1:3000', 'content-type': 'application/json', ...headers }, body: JSON.stringify(input),
  }))

const me = async (cookie: string): Promise<{ status: number; body: unknown }> => {
  const response = await handleTrpc(new Request(`${ORIGIN}/api/trpc/me.get`, { headers: { cookie } }))
  return { status: response.status, body: await response.json() }
}

describe('sign-in', () => {
  test('with the right password gives a session that procedures accept, whatever the case of the address', async () => {
    const response = await signIn('ada@example.COM', PASSWORD)
    expect(response.status).toBe(200)
    const answer = await me(cookiesOf(response))
    expect(answer).toMatchObject({ status: 200, body: { result: { data: { name: 'Ada', orgName: 'North', grants: [{ role: 'technician', siteId: null }] } } } })
  })

  test('cookies are out of reach of scripts and other sites', async () => {
    const lines = (await signIn('ada@example.com', PASSWORD)).headers.getSetCookie()
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/i)
  })

  test.each([
    ['a wrong password', 'ada@example.com', 'not the password'],
    ['an unknown account', 'nobody@example.com', PASSWORD],
  ])('%s is refused with the same words', async (_, email, password) => {
    const response = await signIn(email, password)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ code: 'INVALID_EMAIL_OR_PASSWORD' })
    expect(response.headers.getSetCookie()).toEqual([])
  })

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['a cross-site fetch without origin', { 'sec-fetch-site': 'cross-site' }],
    ['a same-site neighbour', { 'sec-fetch-site': 'same-site' }],
  ])('from %s is refused', async (_, headers) => {
    expect((await signIn('ada@example.com', PASSWORD, headers)).status).toBe(403)
  })

  test.each(['/sign-up/email', '/update-user', '/update-session', '/delete-user', '/sign-in/social', '/ok', '/request-password-reset'])('%s does not exist', async (path) => {
    const response = await handleAuth(new Request(`${ORIGIN}/api/auth${path}`, {
      method: 'POST', headers: { 'content-type': 'application/json', origin: ORIGIN, host: '127.0.0.1:3000' },
      body: JSON.stringify({ email: 'x@example.com', password: PASSWORD, name: 'x', activeOrgId: orgId }),
    }))
    expect(response.status).toBe(404)
  })

  test('a body of a megabyte is refused before anything reads it', async () => {
    expect((await signIn('ada@example.com', 'x'.repeat(1024 * 1024))).status).toBe(413)
    const cookie = cookiesOf(await signIn('ada@example.com', PASSWORD))
    expect((await mutate('me.setLocale', cookie, { locale: 'x'.repeat(1024 * 1024) })).status).toBe(413)
  })

  test('guessing is stopped, for the account guessed only, and the right password does not pass either', async () => {
    for (let i = 0; i < FAILURES_PER_PLACE; i++) expect((await signIn('root@example.com', `guess number ${i}`)).status).toBe(401)
    const refused = await signIn('root@example.com', PASSWORD)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await signIn('ada@example.com', PASSWORD)).status).toBe(200)
  })

  test('a signed-out session is over', async () => {
    const cookie = cookiesOf(await signIn('ada@example.com', PASSWORD))
    await handleAuth(new Request(`${ORIGIN}/api/auth/sign-out`, { method: 'POST', headers: { cookie, origin: ORIGIN, host: '127.0.0.1:3000', 'content-type': 'application/json' }, body: '{}' }))
    expect((await me(cookie)).status).toBe(401)
  })

  test('a person let out loses the open session at once and cannot sign in again', async () => {
    const cookie = cookiesOf(await signIn('ada@example.com', PASSWORD))
    expect((await me(cookie)).status).toBe(200)
    await setActive({ type: 'system', orgId }, { personId, active: false })
    expect((await me(cookie)).status).toBe(401)
    expect((await signIn('ada@example.com', PASSWORD)).status).toBe(403)
    await setActive({ type: 'system', orgId }, { personId, active: true })
    expect((await signIn('ada@example.com', PASSWORD)).status).toBe(200)
  })

  test('a forged or foreign cookie is nobody', async () => {
    for (const cookie of ['millwright.session_token=abc', `millwright.session_token=${'a'.repeat(32)}.${'b'.repeat(44)}`, 'other=1']) {
      expect((await me(cookie)).status).toBe(401)
    }
  })

  test.each(['x-middleware-subrequest', 'x-invoke-path', 'x-forwarded-user', 'x-user-id', 'x-org-id'])('the header %s lets nobody in', async (name) => {
    const response = await handleTrpc(new Request(`${ORIGIN}/api/trpc/me.get`, { headers: { [name]: personId } }))
    expect(response.status).toBe(401)
  })

  test('a change asked for by another site\'s page is refused although the cookie is right', async () => {
    const cookie = cookiesOf(await signIn('ada@example.com', PASSWORD))
    expect((await mutate('me.setLocale', cookie, { locale: 'de' }, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await mutate('me.setLocale', cookie, { locale: 'de' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect(await me(cookie)).toMatchObject({ body: { result: { data: { locale: 'en' } } } })
    expect((await mutate('me.setLocale', cookie, { locale: 'de' })).status).toBe(200)
    expect(await me(cookie)).toMatchObject({ body: { result: { data: { locale: 'de' } } } })
  })

  test('fields that nobody asked for change nothing: no role by mass assignment', async () => {
    const cookie = cookiesOf(await signIn('ada@example.com', PASSWORD))
    await mutate('me.setLocale', cookie, { locale: 'en', grants: [{ role: 'admin', siteId: null }], role: 'admin', orgId: 'x' })
    expect(await me(cookie)).toMatchObject({ body: { result: { data: { grants: [{ role: 'technician', siteId: null }] } } } })
  })

  test('a user of two organizations looks at one at a time, and only at his own', async () => {
    const south = await createOrganization({ name: 'South', slug: 'south', site: { code: 'S1', name: 'South 1', timeZone: 'UTC' } })
    const west = await createOrganization({ name: 'West', slug: 'west', site: { code: 'W1', name: 'West 1', timeZone: 'UTC' } })
    const again = await createUser({ orgId: south.orgId, email: 'ada@example.com', name: 'Ada of South', password: 'another password', roles: [{ role: 'manager', siteId: null }] })
    expect(again.existing).toBe(true)
    expect((await signIn('ada@example.com', 'another password')).status).toBe(401)
    const cookie = cookiesOf(await signIn('ada@example.com', PASSWORD))
    expect(await me(cookie)).toMatchObject({ body: { result: { data: { orgName: 'North', organizations: [{ name: 'North' }, { name: 'South' }] } } } })
    expect((await mutate('me.switchOrganization', cookie, { orgId: west.orgId })).status).toBe(404)
    expect((await mutate('me.switchOrganization', cookie, { orgId: south.orgId })).status).toBe(200)
    expect(await me(cookie)).toMatchObject({ body: { result: { data: { orgName: 'South', name: 'Ada of South', grants: [{ role: 'manager' }] } } } })
  })

  test('a changed role counts at the next request', async () => {
    const cookie = cookiesOf(await signIn('ada@example.com', PASSWORD))
    expect((await handleTrpc(new Request(`${ORIGIN}/api/trpc/audit.list?input=${encodeURIComponent('{}')}`, { headers: { cookie } }))).status).toBe(403)
    await updateGrants({ type: 'system', orgId }, { personId, roles: [{ role: 'supervisor', siteId: null }] })
    const response = await handleTrpc(new Request(`${ORIGIN}/api/trpc/audit.list?input=${encodeURIComponent('{}')}`, { headers: { cookie } }))
    expect(response.status).toBe(200)
    expect(JSON.stringify(await response.json())).toContain('person.grants')
  })

  test('passwords are stored as salted hashes only', async () => {
    const rows = await database.query<{ password: string }>('SELECT password FROM auth_account')
    expect(rows.length).toBe(2)
    for (const { password } of rows) expect(password).not.toContain(PASSWORD)
    expect(new Set(rows.map((row) => row.password)).size).toBe(rows.length)
  })
})
