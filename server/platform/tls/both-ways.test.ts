import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { until } from '#tests/harness/process.ts'
import { bothWays, plainAnswer, plainListener, type BothWays, type PlainAnswer } from './both-ways.ts'
import { readCertificate, type Certificate } from './files.ts'
import { ensureLocal, type LocalFiles } from './local.ts'
import { watchCertificate } from './reload.ts'

describe('what plain HTTP gets', () => {
  const own = { port: 8443, local: false }
  const local = { port: 3000, local: true }
  it.each([
    ['a page where the plant has a certificate', ['GET', '/m?a=1', 'plant.local:80', own], { to: 'https://plant.local:8443/m?a=1' }],
    ['the usual port', ['GET', '/', 'plant.local', { ...own, port: 443 }], { to: 'https://plant.local/' }],
    ['an IPv6 address', ['GET', '/', '[fd00::1]:3000', own], { to: 'https://[fd00::1]:8443/' }],
    ['a page where devices must trust us first', ['GET', '/m', 'plant.local:3000', local], { to: '/certificate' }],
    ['the page that tells how', ['GET', '/certificate?from=x', 'plant.local:3000', local], { pass: true }],
    ['the certificate itself', ['GET', '/api/certificate/ca.crt', 'plant.local:3000', local], { pass: true }],
    ['what that page needs', ['GET', '/_next/static/chunks/a.js', 'plant.local:3000', local], { pass: true }],
    ['a name that begins like it', ['GET', '/certificates', 'plant.local:3000', local], { to: '/certificate' }],
    ['a program that reads', ['GET', '/api/v1/assets', 'plant.local:3000', local], { refusal: 'This address speaks HTTPS only: use https://plant.local:3000/api/v1/assets' }],
    ['a program that sends', ['POST', '/certificate', 'plant.local:3000', local], { refusal: 'This address speaks HTTPS only: use https://plant.local:3000/certificate' }],
    ['a host that is none', ['GET', '/', 'a"b', own], { refusal: 'This address speaks HTTPS only.' }],
    ['no host', ['GET', '/', undefined, own], { refusal: 'This address speaks HTTPS only.' }],
  ] as [string, Parameters<typeof plainAnswer>, PlainAnswer][])('%s', (_, given, expected) => {
    expect(plainAnswer(...given)).toEqual(expected)
  })
})

describe('one port for both', () => {
  let folder: string
  let files: LocalFiles
  let both: BothWays
  let port: number
  const machine = { hostname: 'press', interfaces: {} }

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'mw-both-'))
    files = (await ensureLocal(folder, [], machine, new Date())).files
    const answer = (words: string): http.RequestListener => (request, response) => { response.end(`${words} ${request.url} from ${request.socket.remoteAddress}`) }
    both = bothWays(readCertificate(files.cert, files.key), answer('secure'), plainListener({ port: 3000, local: true }, answer('plain')))
    both.door.listen(0, '127.0.0.1')
    await once(both.door, 'listening')
    port = (both.door.address() as AddressInfo).port
  })
  afterAll(() => {
    both.door.close()
    both.secure.closeAllConnections()
    both.plain.closeAllConnections()
    rmSync(folder, { recursive: true })
  })

  interface Answer { status: number; location?: string; text: string; serial?: string }
  const ask = async (client: typeof http | typeof https, url: string, method = 'GET'): Promise<Answer> => {
    const request = client.request({ host: '127.0.0.1', port, path: url, method, agent: false, ca: readFileSync(files.authority, 'utf8') })
    request.end(method === 'POST' ? 'x'.repeat(100_000) : undefined)
    const [response] = await once(request, 'response') as [http.IncomingMessage]
    const { socket } = response as unknown as { socket: { getPeerX509Certificate?: () => X509Certificate } }
    const serial = socket.getPeerX509Certificate?.().serialNumber
    let text = ''
    for await (const chunk of response) text += String(chunk)
    const { location } = response.headers
    return { status: response.statusCode ?? 0, text, ...(location === undefined ? {} : { location }), ...(serial === undefined ? {} : { serial }) }
  }

  it('speaks HTTPS, and knows who asks', async () => {
    expect(await ask(https, '/m')).toMatchObject({ status: 200, text: 'secure /m from 127.0.0.1' })
    expect(await ask(https, '/m', 'POST')).toMatchObject({ status: 200 })
  })

  it('tells a browser that speaks plain HTTP where to go, and a program what to use', async () => {
    expect(await ask(http, '/m')).toEqual({ status: 307, location: '/certificate', text: '' })
    expect(await ask(http, '/certificate')).toEqual({ status: 200, text: 'plain /certificate from 127.0.0.1' })
    const refused = await ask(http, '/api/v1/readings', 'POST')
    expect(refused.status).toBe(426)
    expect(JSON.parse(refused.text)).toEqual({ error: { code: 'https-only', message: 'This address speaks HTTPS only: use https://127.0.0.1:3000/api/v1/readings' } })
  })

  it('is not disturbed by who says nothing, or nonsense', async () => {
    const silent = net.connect(port, '127.0.0.1')
    await once(silent, 'connect')
    silent.end()
    const nonsense = net.connect(port, '127.0.0.1')
    nonsense.write('\x00\x01\x02 what\r\n\r\n')
    nonsense.resume()
    await once(nonsense, 'close')
    const broken = net.connect(port, '127.0.0.1')
    broken.write(Buffer.from([22, 3, 1, 0, 5, 1, 2, 3, 4, 5]))
    broken.resume()
    broken.on('error', () => broken.destroy())
    await once(broken, 'close')
    expect(await ask(https, '/m')).toMatchObject({ status: 200 })
  })

  it.each([['HTTPS', https, '/m'], ['plain HTTP', http, '/certificate']] as const)('lets go of idle connections that came by %s', async (_, client, url) => {
    const agent = new client.Agent({ keepAlive: true, ca: readFileSync(files.authority, 'utf8') })
    const request = client.get({ host: '127.0.0.1', port, path: url, agent })
    const [response] = await once(request, 'response') as [http.IncomingMessage]
    const { socket } = response
    const ended = once(socket, 'close')
    response.resume()
    await once(response, 'end')
    await until('the connection is idle', () => {
      both.secure.closeIdleConnections()
      both.plain.closeIdleConnections()
      return socket.destroyed
    })
    await ended
    agent.destroy()
  })

  it('serves a renewed certificate without a restart, and the old one while the new one cannot be used', async () => {
    const before = (await ask(https, '/')).serial
    const refused: string[] = []
    const events = { renewed: (next: Certificate) => { both.renew(next) }, refused: (error: Error) => { refused.push(error.message) } }
    const stop = watchCertificate(files.cert, files.key, readCertificate(files.cert, files.key), events, 20, 10)
    const good = readFileSync(files.cert, 'utf8')
    writeFileSync(files.cert, 'half of a certific')
    await until('the bad file is refused', () => refused.length > 0)
    expect((await ask(https, '/')).serial).toBe(before)
    writeFileSync(files.cert, good)
    // The machine gets another address.
    const { files: renewed } = await ensureLocal(folder, [], { hostname: 'press', interfaces: { eth0: [{ address: '10.4.0.9', internal: false }] } }, new Date())
    const expected = new X509Certificate(readFileSync(renewed.cert)).serialNumber
    expect(expected).not.toBe(before)
    await until('the new one is served', async () => (await ask(https, '/')).serial === expected)
    stop()
  })
})

test('a server that must not be reached by plain HTTP leads browsers on', async () => {
  const server = http.createServer(plainListener({ port: 443, local: false }, () => { throw new Error('nothing passes') })).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/m`, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([307, 'https://127.0.0.1/m'])
  server.close()
})
