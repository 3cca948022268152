import { beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.resetModules()
  vi.unstubAllEnvs()
  Object.assign(globalThis, { __millwrightAuth: undefined })
})

test('without a secret of its own an installation signs nobody in: there is no default to forge sessions with', async () => {
  vi.stubEnv('MILLWRIGHT_SECRET', '')
  vi.stubEnv('BETTER_AUTH_SECRET', 'a secret that some other program set, long enough')
  const { auth } = await import('./auth.ts')
  expect(() => auth()).toThrow(/MILLWRIGHT_SECRET is not set/)
})

test.each([
  ['https://plant.example', true],
  ['http://127.0.0.1:3000', false],
])('at %s the session\'s cookie is for https only: %s; never for scripts or other sites', async (url, secure) => {
  vi.stubEnv('MILLWRIGHT_SECRET', 'a secret for this test only, 32 long!')
  // No connection is made: the pool waits for the first query.
  vi.stubEnv('MW_SYSTEM_URL', 'postgresql://nobody@127.0.0.1:1/none')
  vi.stubEnv('MW_PUBLIC_URL', url)
  const { auth } = await import('./auth.ts')
  const { sessionToken, sessionData } = (await auth().$context).authCookies
  for (const { attributes } of [sessionToken, sessionData]) expect(attributes).toMatchObject({ secure, httpOnly: true, sameSite: 'lax' })
})
