import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import https from 'node:https'
import net, { type Socket } from 'node:net'
import type { Certificate } from './files.ts'

// The first byte of every TLS connection: a record of the type "handshake" (RFC 8446, 5.1). No HTTP method begins with it.
const HANDSHAKE = 22
// A browser opens connections ahead of need; one that stays silent longer is not worth keeping.
const SILENT_MS = 65_000

/** BothWays is a server that speaks HTTPS, and plain HTTP on the same port. */
export interface BothWays {
  /** What listens: it hands each connection to one of the two. */
  readonly door: net.Server
  readonly secure: https.Server
  readonly plain: http.Server
  /** Serves another certificate from the next connection on. */
  readonly renew: (certificate: Certificate) => void
}

/** bothWays makes one: what comes over TLS goes to `listener`, what does not to `plainListener`, so that a browser that was given the wrong address is told. */
export function bothWays({ cert, key }: Pick<Certificate, 'cert' | 'key'>, listener: RequestListener, plainListener: RequestListener): BothWays {
  const secure = https.createServer({ cert, key }, listener)
  const plain = http.createServer(plainListener)
  // Neither listens itself; at this event Node begins to keep the list of connections, by which they time out and are closed.
  for (const server of [secure, plain]) server.emit('listening')
  const door = net.createServer((socket) => { sort(socket, secure, plain) })
  return { door, secure, plain, renew: (next) => { secure.setSecureContext({ cert: next.cert, key: next.key }) } }
}

function sort(socket: Socket, secure: https.Server, plain: http.Server): void {
  const leave = (): void => { socket.destroy() }
  socket.setTimeout(SILENT_MS, leave)
  socket.once('error', leave)
  socket.once('readable', () => {
    const first = socket.read(1) as Buffer | null
    // It ended before it said anything.
    if (first === null) return leave()
    socket.setTimeout(0)
    socket.removeListener('timeout', leave)
    socket.removeListener('error', leave)
    socket.unshift(first)
    const server = first[0] === HANDSHAKE ? secure : plain
    server.emit('connection', socket)
  })
}

/** PlainWay is what a request over plain HTTP gets where HTTPS is spoken. */
export interface PlainWay {
  /** The port of HTTPS. */
  readonly port: number
  /** Whether devices must be told how to trust this installation's own certificate first. */
  readonly local: boolean
}

const INSTALL = '/certificate'
// The page that tells how to trust the certificate, and what it needs, must be had before the certificate is trusted.
const OPEN = /^\/(certificate|api\/certificate)(\/|\?|$)|^\/_next\/static\/|^\/(icon\.svg|favicon\.ico)$/

/** PlainAnswer is what becomes of a request over plain HTTP: it is let through, sent to an address, or refused with words. */
export type PlainAnswer = { readonly pass: true } | { readonly to: string } | { readonly refusal: string }

/** plainAnswer decides which, from the request's method, address and Host header. */
export function plainAnswer(method: string, url: string, host: string | undefined, { port, local }: PlainWay): PlainAnswer {
  const reads = method === 'GET' || method === 'HEAD'
  if (local && reads && OPEN.test(url)) return { pass: true }
  const name = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d+)?$/i.exec(host ?? '')?.[1]
  if (name === undefined) return { refusal: 'This address speaks HTTPS only.' }
  const secure = `https://${name}${port === 443 ? '' : `:${port}`}`
  // A program would send its key in the clear each time it followed a redirection: it is told instead.
  if (!reads || url.startsWith('/api/')) return { refusal: `This address speaks HTTPS only: use ${secure}${url}` }
  return { to: local ? INSTALL : `${secure}${url}` }
}

/** plainListener answers requests over plain HTTP; what is let through goes on to `pass`. */
export const plainListener = (way: PlainWay, pass: RequestListener): RequestListener => (request: IncomingMessage, response: ServerResponse) => {
  const answer = plainAnswer(request.method ?? 'GET', request.url ?? '/', request.headers.host, way)
  if ('pass' in answer) return pass(request, response)
  if ('to' in answer) {
    // Not forever: browsers remember a permanent one, also after the address has changed.
    response.writeHead(307, { location: answer.to, 'cache-control': 'no-store' }).end()
    return
  }
  response.writeHead(426, { upgrade: 'TLS/1.2, HTTP/1.1', connection: 'Upgrade', 'content-type': 'application/json' })
  response.end(JSON.stringify({ error: { code: 'https-only', message: answer.refusal } }))
}
