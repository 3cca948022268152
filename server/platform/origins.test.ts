import { describe, expect, test } from 'vitest'
import { allowedOrigins, isForeign, publicUrl } from './origins.ts'

type Settings = Parameters<typeof publicUrl>[0]
const local: Settings = { HOST: '127.0.0.1', PORT: 3000, MW_PUBLIC_URL: undefined, TLS_CERT: undefined }
const lan: Settings = { ...local, HOST: '0.0.0.0' }
const proxied: Settings = { ...local, MW_PUBLIC_URL: 'https://plant.example/' }

describe('publicUrl', () => {
  test.each<[string, Settings, string]>([
    ['loopback', local, 'http://127.0.0.1:3000'],
    ['every address', lan, 'http://localhost:3000'],
    ['IPv6', { ...local, HOST: '::1' }, 'http://[::1]:3000'],
    ['a certificate', { ...local, HOST: 'plant.example', TLS_CERT: 'c.pem', PORT: 8443 }, 'https://plant.example:8443'],
    ['a public address, its slash gone', proxied, 'https://plant.example'],
  ])('with %s', (_, settings, url) => {
    expect(publicUrl(settings)).toBe(url)
  })
})

const request = (headers: Record<string, string>): Headers => new Headers(headers)

const cases: readonly [what: string, settings: Settings, headers: Record<string, string>, foreign: boolean][] = [
  ['its own page', local, { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }, false],
  ['localhost for 127.0.0.1', local, { host: 'localhost:3000', origin: 'http://localhost:3000' }, false],
  ['another port of this machine', local, { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3001' }, true],
  ['another site', local, { host: '127.0.0.1:3000', origin: 'https://evil.example' }, true],
  ['a site that begins like ours', local, { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000.evil.example' }, true],
  ['a sandboxed page', local, { host: '127.0.0.1:3000', origin: 'null' }, true],
  ['https where we speak http', local, { host: '127.0.0.1:3000', origin: 'https://127.0.0.1:3000' }, true],
  ['the plant\'s network by address', lan, { host: '192.168.1.5:3000', origin: 'http://192.168.1.5:3000' }, false],
  ['another site in the plant\'s network', lan, { host: '192.168.1.5:3000', origin: 'http://192.168.1.6:3000' }, true],
  ['the public address', proxied, { host: '127.0.0.1:3000', origin: 'https://plant.example' }, false],
  ['the inner address when a public one is set', proxied, { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }, true],
  ['the Host header when a public address is set', proxied, { host: 'evil.example', origin: 'https://evil.example' }, true],
  ['a program without a browser', local, { host: '127.0.0.1:3000' }, false],
  ['a browser that says cross-site', local, { host: '127.0.0.1:3000', 'sec-fetch-site': 'cross-site' }, true],
  ['a browser that says same-site', local, { host: '127.0.0.1:3000', 'sec-fetch-site': 'same-site' }, true],
  ['a browser that says same-origin', local, { host: '127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }, false],
]

describe('isForeign', () => {
  test.each(cases)('%s', (_, settings, headers, foreign) => {
    expect(isForeign(settings, request(headers))).toBe(foreign)
  })
})

test('a Host header with other signs adds no origin', () => {
  expect(allowedOrigins(lan, 'evil.example/"onload=')).toEqual(allowedOrigins(lan, null))
})
