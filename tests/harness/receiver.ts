import { once } from 'node:events'
import http, { type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Received is one request that a receiver got, whole. */
export interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Behaviour is how a receiver treats a request: as it should, with an error, never answering, sending elsewhere, or answering without end. */
export type Behaviour = 'ok' | 'fail' | 'gone' | 'hang' | 'endless' | { readonly redirectTo: string }

/** Receiver is a real web server on loopback that stands for somebody's webhook or push service. */
export interface Receiver {
  readonly url: string
  readonly host: string
  readonly received: Received[]
  /** How requests are treated from now on; one path may be treated apart. */
  readonly behave: (behaviour: Behaviour, path?: string) => void
  /** Lets those answers go that hang. */
  readonly release: () => void
  readonly close: () => Promise<void>
}

/** testReceiver starts a receiver on a free port of loopback. */
export async function testReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const byPath = new Map<string, Behaviour>()
  let general: Behaviour = 'ok'
  const hanging = new Set<ServerResponse>()
  const answer = (response: ServerResponse, behaviour: Behaviour): void => {
    if (behaviour === 'hang') { hanging.add(response); return }
    if (behaviour === 'endless') {
      response.writeHead(200)
      const more = (): void => { if (!response.destroyed) response.write(Buffer.alloc(16_384), () => setImmediate(more)) }
      more()
      return
    }
    if (typeof behaviour === 'object') response.writeHead(307, { location: behaviour.redirectTo })
    else response.writeHead({ ok: 200, fail: 500, gone: 410 }[behaviour])
    response.end(behaviour === 'fail' ? 'out of order' : '')
  }
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({ path: request.url ?? '/', headers: request.headers, body: Buffer.concat(chunks) })
      answer(response, byPath.get(request.url ?? '/') ?? general)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const release = (): void => { for (const response of hanging) response.destroy(); hanging.clear() }
  return {
    url: `http://${host}`, host, received, release,
    behave: (behaviour, path) => { if (path === undefined) general = behaviour; else byPath.set(path, behaviour) },
    close: async () => {
      release()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
