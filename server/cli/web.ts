// The web process: Next.js behind our own HTTP server, so that TLS, draining and the peer's address are ours.
import { existsSync, readFileSync } from 'node:fs'
import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import https from 'node:https'
import path from 'node:path'
import next from 'next'
import { env } from '#server/platform/env.ts'
import { log } from '#server/platform/log.ts'

const DRAIN_MS = 8_000
// Longer than the usual proxy's 60 s, so that it is never us who closes a connection it is about to use.
const KEEP_ALIVE_MS = 65_000

const { PORT, HOST, TLS_CERT, TLS_KEY } = env()
const root = path.resolve(import.meta.dirname, '../..')

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

const certified = TLS_CERT && TLS_KEY && existsSync(TLS_CERT) && existsSync(TLS_KEY)
const server = certified ? https.createServer({ cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) }, listener) : http.createServer(listener)
server.keepAliveTimeout = KEEP_ALIVE_MS
server.once('error', (error) => {
  log.fatal({ error: error.message }, 'the web server cannot listen')
  process.exit(1)
})
server.listen(PORT, HOST, () => log.info({ host: HOST, port: PORT, tls: Boolean(certified) }, 'web ready'))

let stopping = false
const stop = (): void => {
  if (stopping) return
  stopping = true
  log.info('web stops: answering what was asked')
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  // Live streams never end by themselves.
  setTimeout(() => { server.closeAllConnections(); process.exit(0) }, DRAIN_MS).unref()
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
