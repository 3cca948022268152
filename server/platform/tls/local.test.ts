import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import tls from 'node:tls'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DAY_MS } from '../../core/kernel/time.ts'
import { issueServer, SERVER_DAYS, type Pem } from './authority.ts'
import { readCertificate } from './files.ts'
import { ensureLocal, localFiles, type LocalCertificate } from './local.ts'
import type { Machine } from './names.ts'

const machine = (...addresses: string[]): Machine => ({ hostname: 'press-shop', interfaces: { eth0: addresses.map((address) => ({ address, internal: false })) } })
const later = (days: number): Date => new Date(Date.now() + days * DAY_MS)

let folder: string
beforeEach(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'mw-tls-')) })
afterEach(() => rmSync(folder, { recursive: true }))

const read = (file: string): string => readFileSync(file, 'utf8')

/** How a client that trusts `ca` finds a server with these certificates: '' when all is well, else why not. */
async function verdict({ cert, key }: Pem, ca: string | undefined, host: string): Promise<string> {
  const server = https.createServer({ cert, key }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const isName = !/^[\d.:]+$/.test(host)
  const client = tls.connect({
    host: '127.0.0.1', port: (server.address() as AddressInfo).port, ...(ca === undefined ? {} : { ca }), ...(isName ? { servername: host } : {}),
    checkServerIdentity: (_, peer) => tls.checkServerIdentity(host, peer),
  })
  const outcome = await new Promise<string>((resolve) => {
    client.once('secureConnect', () => { resolve('') })
    client.once('error', (error: NodeJS.ErrnoException) => { resolve(`${error.code} ${error.message}`) })
  })
  client.destroy()
  server.close()
  return outcome
}

const pair = ({ files }: LocalCertificate): Pem => ({ cert: read(files.cert), key: read(files.key) })

test('a client that trusts the authority accepts the server by every name of it, and no other client does', async () => {
  const made = await ensureLocal(folder, ['mw.plant.example'], machine('10.4.0.7'), new Date())
  expect(made).toMatchObject({ madeAuthority: true, madeServer: true, left: [] })
  const authority = read(made.files.authority)
  for (const host of ['localhost', '127.0.0.1', '10.4.0.7', 'press-shop.local', 'mw.plant.example']) expect([host, await verdict(pair(made), authority, host)]).toEqual([host, ''])
  expect(await verdict(pair(made), undefined, 'localhost')).toMatch(/SELF_SIGNED_CERT_IN_CHAIN/)
  expect(await verdict(pair(made), authority, 'bank.example.com')).toMatch(/ALTNAME/)
})

test('not even with its key can the authority vouch for a name on the internet', async () => {
  const { files } = await ensureLocal(folder, [], machine('10.4.0.7'), new Date())
  const stolen = { cert: read(files.authority), key: read(localFiles(folder).authorityKey) }
  const forged = await issueServer(stolen, { dns: ['bank.example.com'], ip: [] }, new Date())
  expect(await verdict(forged, stolen.cert, 'bank.example.com')).toMatch(/permitted subtree violation/)
  const address = await issueServer(stolen, { dns: [], ip: ['203.0.113.9'] }, new Date())
  expect(await verdict(address, stolen.cert, '203.0.113.9')).toMatch(/permitted subtree violation/)
})

test('only this user reads the keys, and they belong to their certificates', async () => {
  const { files } = await ensureLocal(folder, [], machine('10.4.0.7'), new Date())
  const { authorityKey } = localFiles(folder)
  expect([authorityKey, files.key, files.cert].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600, 0o600])
  expect(statSync(path.dirname(files.key)).mode & 0o777).toBe(0o700)
  expect(readCertificate(files.authority, authorityKey).validTo.getTime()).toBeGreaterThan(later(3600).getTime())
  const { validTo } = readCertificate(files.cert, files.key)
  expect((validTo.getTime() - new X509Certificate(read(files.cert)).validFromDate.getTime()) / DAY_MS).toBe(SERVER_DAYS)
  expect(() => readCertificate(files.cert, authorityKey)).toThrow(`TLS_KEY names ${authorityKey}, which does not belong to the certificate in ${files.cert}.`)
})

test('what is good stays; what ends soon, or does not name the machine any more, is made anew by the same authority', async () => {
  const first = pair(await ensureLocal(folder, [], machine('10.4.0.7'), new Date()))
  const authority = read(localFiles(folder).authority)
  const again = await ensureLocal(folder, [], machine('10.4.0.7'), later(366))
  expect(again).toMatchObject({ madeAuthority: false, madeServer: false })
  expect(pair(again)).toEqual(first)

  const renewed = await ensureLocal(folder, [], machine('10.4.0.7'), later(368))
  expect(renewed).toMatchObject({ madeAuthority: false, madeServer: true })
  const moved = await ensureLocal(folder, [], machine('10.4.0.8', 'fd00:0::8'), later(368))
  expect(moved).toMatchObject({ madeAuthority: false, madeServer: true })
  expect(await ensureLocal(folder, [], machine('10.4.0.8', 'fd00:0::8'), later(368))).toMatchObject({ madeServer: false })
  expect(read(moved.files.authority)).toBe(authority)
  expect(new X509Certificate(pair(moved).cert).verify(new X509Certificate(authority).publicKey)).toBe(true)
  expect(new X509Certificate(pair(moved).cert).checkIP('10.4.0.8')).toBe('10.4.0.8')
})

test('a name that the authority was not made for is left out and said', async () => {
  await ensureLocal(folder, [], machine('10.4.0.7'), new Date())
  const found = await ensureLocal(folder, ['mw.plant.example'], machine('203.0.113.9'), new Date())
  expect(found).toMatchObject({ madeAuthority: false, left: ['mw.plant.example', '203.0.113.9'] })
  expect(await verdict(pair(found), read(found.files.authority), 'press-shop.local')).toBe('')
})

test('an authority that ends soon is made anew', async () => {
  await ensureLocal(folder, [], machine(), new Date())
  expect(await ensureLocal(folder, [], machine(), later(3650))).toMatchObject({ madeAuthority: true, madeServer: true })
})

const { privateKey: locked } = generateKeyPairSync('ec', {
  namedCurve: 'P-256', publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' },
})

test.each([
  ['a certificate that is none', 'cert', 'hello', 'which is not a certificate in PEM form.'],
  ['a key that is none', 'key', 'hello', 'which is not a private key in PEM form.'],
  ['a locked key', 'key', locked, 'which is locked with a password: store it without one, readable by this user only.'],
] as const)('%s is told in one sentence', async (_, which, content, words) => {
  const { files } = await ensureLocal(folder, [], machine(), new Date())
  writeFileSync(files[which], content)
  expect(() => readCertificate(files.cert, files.key)).toThrow(words)
})
