import type { IncomingHttpHeaders } from 'node:http'
import { describe, expect, test } from 'vitest'
import { isLoopback, markPeer, peerOf } from './peer.ts'

const arrive = (headers: IncomingHttpHeaders, address: string | undefined): Headers => {
  const request = { headers: { ...headers } }
  markPeer(request, address)
  return new Headers(Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : [])))
}

describe('peerOf', () => {
  test.each([
    ['IPv4', '203.0.113.7', '203.0.113.7'],
    ['IPv4 in IPv6', '::ffff:203.0.113.7', '203.0.113.7'],
    ['IPv6', '2001:db8::1', '2001:db8::1'],
  ])('is the socket\'s address: %s', (_, address, expected) => {
    expect(peerOf(arrive({}, address))).toEqual({ address: expected, proxied: false })
  })

  test('is not what the client writes', () => {
    const headers = arrive({ 'x-mw-peer': 'guess direct 127.0.0.1', 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1' }, '203.0.113.7')
    expect(peerOf(headers)).toEqual({ address: '203.0.113.7', proxied: true })
    expect(headers.get('x-forwarded-for')).toBeNull()
    expect(headers.get('forwarded')).toBeNull()
  })

  test('is not known when nothing marked the request', () => {
    expect(peerOf(new Headers({ 'x-mw-peer': 'guess direct 127.0.0.1' }))).toBeNull()
    expect(peerOf(new Headers())).toBeNull()
    expect(peerOf(arrive({}, undefined))).toBeNull()
  })
})

describe('isLoopback', () => {
  test.each<[string, Headers, boolean]>([
    ['a request from this machine', arrive({}, '127.0.0.1'), true],
    ['a request from this machine by IPv6', arrive({}, '::1'), true],
    ['a request that a proxy on this machine passed on', arrive({ 'x-forwarded-for': '203.0.113.7' }, '127.0.0.1'), false],
    ['a request from elsewhere', arrive({}, '203.0.113.7'), false],
    ['a request nobody marked', new Headers({ 'x-forwarded-for': '127.0.0.1' }), false],
  ])('%s', (_, headers, expected) => {
    expect(isLoopback(headers)).toBe(expected)
  })
})
