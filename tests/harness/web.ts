import { once } from 'node:events'
import http from 'node:http'
import net, { type AddressInfo, type Socket } from 'node:net'
import { Readable } from 'node:stream'

/** TestWeb is a real web server on loopback that hands requests to a handler of ours, as Next.js does. */
export interface TestWeb {
  readonly url: string
  readonly port: number
  readonly close: () => Promise<void>
}

type Handler = (request: Request) => Promise<Response>

async function bridge(handler: Handler, base: string, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const gone = new AbortController()
  response.on('close', () => { if (!response.writableFinished) gone.abort() })
  const headers = new Headers()
  for (let i = 0; i < request.rawHeaders.length; i += 2) headers.append(request.rawHeaders[i] ?? '', request.rawHeaders[i + 1] ?? '')
  const bodyless = request.method === 'GET' || request.method === 'HEAD'
  const init: RequestInit & { duplex: 'half' } = { method: request.method ?? 'GET', headers, signal: gone.signal, duplex: 'half', ...(bodyless ? {} : { body: Readable.toWeb(request) as ReadableStream }) }
  const answer = await handler(new Request(new URL(request.url ?? '/', base), init))
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  if (answer.body) for await (const part of answer.body) response.write(part)
  response.end()
}

/** testWeb serves a handler on a free port of loopback, with streamed bodies and broken connections as they are. */
export async function testWeb(handler: Handler): Promise<TestWeb> {
  const server = http.createServer((request, response) => {
    bridge(handler, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, request, response).catch((error: unknown) => { response.destroy(error instanceof Error ? error : undefined) })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port, url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** BadNetwork is a way to a server that breaks: each connection is cut after so many bytes have gone to the server, as long as breaks are left. */
export interface BadNetwork {
  readonly port: number
  /** How many connections were cut. */
  readonly cuts: () => number
  readonly close: () => Promise<void>
}

/** badNetwork passes connections on to a port of loopback, and cuts each of the first `breaks` after `bytes` bytes. */
export async function badNetwork(to: number, { breaks, bytes }: { readonly breaks: number; readonly bytes: number }): Promise<BadNetwork> {
  let cuts = 0
  const open = new Set<Socket>()
  const server = net.createServer((near) => {
    const far = net.connect(to, '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => { near.destroy(); far.destroy() })
      socket.on('close', () => { open.delete(socket); near.destroy(); far.destroy() })
    }
    let passed = 0
    near.on('data', (part: Buffer) => {
      passed += part.length
      if (cuts < breaks && passed > bytes) {
        cuts += 1
        far.write(part, () => { near.destroy(); far.destroy() })
      } else if (!far.write(part)) {
        near.pause()
        far.once('drain', () => near.resume())
      }
    })
    far.on('data', (part: Buffer) => { near.write(part) })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port, cuts: () => cuts,
    close: async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
