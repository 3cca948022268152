import http from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { asTwin } from '#tests/harness/bad-wifi.ts'

/** TwoVersions stands before a web server and can pretend that the build behind it was made anew: the worker's script is another one. */
export interface TwoVersions {
  readonly origin: string
  readonly release: () => void
  readonly close: () => Promise<void>
}

/** twoVersions passes everything on to the web server on a port of this machine. */
export async function twoVersions(port: number): Promise<TwoVersions> {
  let version = 1
  const server = http.createServer((request, response) => {
    const passed = http.request({ host: '127.0.0.1', port, path: request.url, method: request.method, headers: asTwin(request.headers, port) }, (answer) => {
      const worker = request.url === '/m/worker/sw.js'
      const { 'content-length': _length, ...headers } = answer.headers
      response.writeHead(answer.statusCode ?? 502, worker ? { ...headers, 'transfer-encoding': 'chunked' } : answer.headers)
      answer.on('data', (part: Buffer) => response.write(part))
      answer.on('end', () => response.end(worker ? `\n// version ${version}\n` : undefined))
    })
    passed.on('error', () => response.destroy())
    request.pipe(passed)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release: () => { version += 1 },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
