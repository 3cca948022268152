import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitUntilReady } from './ready.ts'

let health = 200
let signIn = 200
const server = http.createServer((request, response) => {
  if (request.url === '/api/health') return response.writeHead(health).end('{"reasons":["The queue cannot be reached."]}')
  if (request.url === '/sign-in') return response.writeHead(307, { location: '/elsewhere' }).end()
  return response.writeHead(request.url === '/elsewhere' ? signIn : 404).end()
})
let address = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
const calm = () => ({ waiting: '', hopeless: '' })

test('healthy, with the sign-in page there, redirects followed', async () => {
  expect(await waitUntilReady(address, 1_000, calm)).toBe('')
})

test('at the deadline it says what is missing', async () => {
  health = 503
  expect(await waitUntilReady(address, 0, calm)).toBe('health says 503: {"reasons":["The queue cannot be reached."]}')
  health = 200
  signIn = 500
  expect(await waitUntilReady(address, 0, calm)).toBe('the sign-in page answers 500')
  signIn = 200
  expect(await waitUntilReady(address, 0, () => ({ waiting: 'worker is not up', hopeless: '' }))).toBe('worker is not up')
  expect(await waitUntilReady('http://127.0.0.1:1', 0, calm)).toBe('the web server does not answer yet')
})

test('it waits for what is on its way, and not for what is hopeless', async () => {
  let looks = 0
  expect(await waitUntilReady(address, 5_000, () => ({ waiting: (looks += 1) < 3 ? 'worker is not up' : '', hopeless: '' }))).toBe('')
  expect(looks).toBeGreaterThanOrEqual(3)
  expect(await waitUntilReady(address, 60_000, () => ({ waiting: 'x', hopeless: 'worker does not start' }))).toBe('worker does not start')
})
