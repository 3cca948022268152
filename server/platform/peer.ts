import { subscribe } from 'node:diagnostics_channel'
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const HEADER = 'x-mw-peer'

// What a proxy may say about a client. Nothing in Millwright believes it, so it does not get in.
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'x-real-ip']

interface Peer {
  readonly nonce: string
  watching: boolean
}
const store = globalThis as typeof globalThis & { __millwrightPeer?: Peer }
const peer = (store.__millwrightPeer ??= { nonce: randomBytes(16).toString('hex'), watching: false })

/** markPeer writes the socket's address into a request under a word only this process knows, and takes forwarded addresses out. */
export function markPeer(request: Pick<IncomingMessage, 'headers'>, address: string | undefined): void {
  const proxied = FORWARDED.some((name) => request.headers[name] !== undefined)
  for (const name of FORWARDED) delete request.headers[name]
  request.headers[HEADER] = `${peer.nonce} ${proxied ? 'proxied' : 'direct'} ${(address ?? 'unknown').replace(/^::ffff:/, '')}`
}

/** watchPeers marks every request this process's web servers get, before anything else reads it. */
export function watchPeers(): void {
  if (peer.watching) return
  peer.watching = true
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    markPeer(request, request.socket.remoteAddress)
  })
}

/** peerOf is the address at the other end of the request's connection, and whether a proxy passed it on; null when not known. */
export function peerOf(headers: Headers): { readonly address: string; readonly proxied: boolean } | null {
  const [nonce, way, address] = (headers.get(HEADER) ?? '').split(' ')
  if (nonce !== peer.nonce || address === undefined || address === 'unknown') return null
  return { address, proxied: way === 'proxied' }
}

/** isLoopback tells whether the request was made on this machine, without a proxy between. Not known counts as no. */
export function isLoopback(headers: Headers): boolean {
  const from = peerOf(headers)
  return from !== null && !from.proxied && (from.address === '::1' || from.address.startsWith('127.'))
}
