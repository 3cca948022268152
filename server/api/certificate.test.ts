import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { provideEnv } from '#server/platform/env.ts'
import { ensureLocal } from '#server/platform/tls/local.ts'
import { certificateFacts, handleAppleProfile, handleAuthority } from './certificate.ts'

let folder: string
let raw: Buffer
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'mw-ca-'))
  const { files } = await ensureLocal(folder, [], { hostname: 'press & shop', interfaces: {} }, new Date())
  raw = new X509Certificate(readFileSync(files.authority)).raw
  vi.stubEnv('TLS_CERT', files.cert)
  vi.stubEnv('TLS', 'local')
  vi.stubEnv('DATA_DIR', folder)
  vi.stubEnv('PORT', '3443')
  provideEnv({})
})
afterAll(() => {
  vi.unstubAllEnvs()
  provideEnv({})
  rmSync(folder, { recursive: true })
})

test('devices get the authority as a certificate and as an Apple profile, with the fingerprint to compare', async () => {
  const { fingerprint, ...facts } = certificateFacts()
  expect(facts).toMatchObject({ mode: 'local', port: 3443, name: expect.stringMatching(/^Millwright on press & shop \d{4}-\d\d-\d\d$/) })
  const answer = handleAuthority()
  expect(answer.headers.get('content-type')).toBe('application/x-x509-ca-cert')
  const got = Buffer.from(await answer.arrayBuffer())
  expect(got.equals(raw)).toBe(true)
  expect(new X509Certificate(got).fingerprint256).toBe(fingerprint)

  const profile = handleAppleProfile()
  expect(profile.headers.get('content-type')).toBe('application/x-apple-aspen-config')
  const text = await profile.text()
  const inside = /<data>([^<]*)<\/data>/.exec(text)?.[1] ?? ''
  expect(Buffer.from(inside, 'base64').equals(raw)).toBe(true)
  expect(text).toContain('press &amp; shop')
  const ids = [...text.matchAll(/<string>([0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-8[0-9A-F]{3}-[0-9A-F]{12})<\/string>/g)].map((match) => match[1])
  expect(new Set(ids).size).toBe(2)
})

test.each<[string, Record<string, string>, string]>([
  ['a certificate of the plant', { TLS: '', TLS_CERT: 'c.pem' }, 'own'],
  ['a proxy that speaks HTTPS', { TLS: '', TLS_CERT: '', MW_PUBLIC_URL: 'https://plant.example' }, 'own'],
  ['plain HTTP', { TLS: '', TLS_CERT: '', MW_PUBLIC_URL: 'http://127.0.0.1:3000' }, 'none'],
])('%s has no authority to hand out', (_, variables, mode) => {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  provideEnv({})
  expect(certificateFacts().mode).toBe(mode)
  expect([handleAuthority().status, handleAppleProfile().status]).toEqual([404, 404])
})
