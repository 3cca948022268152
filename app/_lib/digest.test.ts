import { afterEach, describe, expect, test, vi } from 'vitest'
import { pbkdf2Of, sha256Of } from './digest.ts'

afterEach(() => { vi.unstubAllGlobals() })

const withoutSubtle = (): void => { vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) }) }
const salt = new TextEncoder().encode('salt')

describe.each([['at a protected address', () => undefined], ['over plain HTTP from another machine', withoutSubtle]])('%s', (_where, prepare) => {
  test('a file has its SHA-256 (FIPS 180-4, example "abc")', async () => {
    prepare()
    expect(await sha256Of(new Blob(['abc']))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  test('a PIN has its key (PBKDF2-HMAC-SHA-256 of "password", "salt", 4096 rounds)', async () => {
    prepare()
    expect(await pbkdf2Of('password', salt, 4096)).toBe('c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a')
  })
})
