// The web process: Next.js behind our own HTTP server, so that TLS, draining and the peer's address are ours.
import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import path from 'node:path'
import next from 'next'
import { env } from '#server/platform/env.ts'
import { log } from '#server/platform/log.ts'
import { bothWays, plainListener } from '#server/platform/tls/both-ways.ts'
import { readCertificate } from '#server/platform/tls/files.ts'
import { watchCertificate } from '#server/platform/tls/reload.ts'
import { doorOf, type Door } from './web/door.ts'

const DRAIN_MS = 8_000
// A month: long enough to hold, short enough to be undone. Only where HTTPS has its own port, for it concerns every port of the host.
const STRICT = 'max-age=2592000'
const STRICT_PORT = 443

const { PORT, HOST, HTTP_PORT, TLS, TLS_CERT, TLS_KEY } = env()
const root = path.resolve(import.meta.dirname, '../..')
const certificate = TLS_CERT && TLS_KEY ? readCertificate(TLS_CERT, TLS_KEY) : null

const app = next({ dev: false, dir: root, hostname: HOST, port: PORT })
await app.prepare()
const handle = app.getRequestHandler()

const listener: RequestListener = (request: IncomingMessage, response: ServerResponse) => {
  handle(request, response).catch((error: unknown) => {
    log.error({ error: String(error), url: request.url }, 'a request failed outside the framework')
    if (!response.headersSent) response.writeHead(500)
    response.end()
  })
}

const secureListener: RequestListener = TLS !== 'local' && PORT === STRICT_PORT
  ? (request, response) => { response.setHeader('strict-transport-security', STRICT); listener(request, response) }
  : listener
const plain = plainListener({ port: PORT, local: TLS === 'local' }, listener)

function openDoors(): Door[] {
  if (!certificate || !TLS_CERT || !TLS_KEY) return [doorOf(http.createServer(listener))]
  const both = bothWays(certificate, secureListener, plain)
  watchCertificate(TLS_CERT, TLS_KEY, certificate, {
    renewed: (next) => { both.renew(next); log.info({ validTo: next.validTo.toISOString() }, 'a new certificate is served') },
    refused: (error) => log.error({ error: error.message }, 'the changed certificate cannot be used; the one before is served on'),
  })
  return [doorOf(both.door, [both.secure, both.plain]), ...(HTTP_PORT === undefined ? [] : [doorOf(http.createServer(plain))])]
}

const doors = openDoors()
for (const [at, door] of doors.entries()) {
  const port = at === 0 ? PORT : HTTP_PORT
  door.server.once('error', (error: Error) => {
    log.fatal({ error: error.message, port }, 'the web server cannot listen')
    process.exit(1)
  })
  door.server.listen(port, HOST, () => log.info({ host: HOST, port, tls: at === 0 && certificate !== null }, at === 0 ? 'web ready' : 'plain HTTP leads to HTTPS'))
}

let stopping = false
const stop = (): void => {
  if (stopping) return
  stopping = true
  log.info('web stops: answering what was asked')
  void Promise.all(doors.map((door) => door.close())).then(() => process.exit(0))
  // Live streams never end by themselves.
  setTimeout(() => { for (const door of doors) door.closeAll(); process.exit(0) }, DRAIN_MS).unref()
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
