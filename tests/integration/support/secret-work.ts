import { handleAuth } from '#server/api/auth.ts'
import { handleTrpc } from '#server/api/trpc/handler.ts'
import { withKey } from '#server/api/v1/http.ts'
import { postReadings } from '#server/api/v1/readings.ts'
import { createApiKey } from '#server/modules/keys/index.ts'
import { createOrganization } from '#server/modules/organizations/index.ts'
import { createUser, resetPassword } from '#server/modules/people/index.ts'
import { log } from '#server/platform/log.ts'

// Run as a process of its own by secrets.test.ts: does everything that touches a secret, with the log wide open.
const [password = '', wrong = '', next = ''] = process.argv.slice(2)
const ORIGIN = 'http://127.0.0.1:3000'
const NOWHERE = { params: Promise.resolve({}) }

const signIn = (attempt: string): Promise<Response> =>
  handleAuth(new Request(`${ORIGIN}/api/auth/sign-in/email`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: ORIGIN, host: '127.0.0.1:3000' }, body: JSON.stringify({ email: 'ada@example.com', password: attempt }),
  }))

const { orgId } = await createOrganization({ name: 'North', slug: 'north', site: { code: 'N', name: 'N', timeZone: 'UTC' } })
await createUser({ orgId, name: 'Ada', email: 'ada@example.com', password, roles: [{ role: 'admin', siteId: null }] })
await signIn(wrong)
const signedIn = await signIn(password)
const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
const trpc = (path: string, input: unknown): Promise<Response> =>
  handleTrpc(new Request(`${ORIGIN}/api/trpc/${path}`, { method: 'POST', headers: { cookie, origin: ORIGIN, host: '127.0.0.1:3000', 'content-type': 'application/json' }, body: JSON.stringify(input) }))

const { key } = await createApiKey({ type: 'system', orgId }, { name: 'Gateway', scopes: ['ingest', 'read'] })
const send = (headers: Record<string, string>): Request => new Request(`${ORIGIN}/api/v1/readings`, { method: 'POST', headers, body: '{"readings": "nonsense"}' })
await postReadings(send({ authorization: `Bearer ${key}` }), NOWHERE)
await postReadings(send({ authorization: `Bearer ${key}x` }), NOWHERE)
await withKey('read', ({ request }) => Promise.reject(new Error(`defect at ${request.url}`)))(send({ authorization: `Bearer ${key}` }), NOWHERE)
await trpc('people.create', { name: 'Bob', email: 'bob@example.com', password, roles: [] })
await trpc('people.create', { name: 'Bob', email: 'not an address', password, roles: [] })
await resetPassword({ email: 'ada@example.com', password: next })
log.error({ password, headers: { authorization: `Bearer ${key}`, cookie }, deep: { er: { token: key } } }, 'somebody logs too much')

// The last line is for the test, by another way than the log.
process.send?.({ key, cookies: cookie.split('; ').map((each) => decodeURIComponent(each.slice(each.indexOf('=') + 1))) })
process.exit(0)
