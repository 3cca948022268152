import { expect, test, vi } from 'vitest'

test('without a secret of its own an installation signs nobody in: there is no default to forge sessions with', async () => {
  vi.stubEnv('MILLWRIGHT_SECRET', '')
  vi.stubEnv('BETTER_AUTH_SECRET', 'a secret that some other program set, long enough')
  vi.resetModules()
  const { auth } = await import('./auth.ts')
  expect(() => auth()).toThrow(/MILLWRIGHT_SECRET is not set/)
})
