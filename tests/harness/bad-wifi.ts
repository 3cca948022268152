import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { Transform } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { seeded } from '#tests/faults/random.ts'

/** Weather is how the way to the server is: how fast, which share of the requests breaks, and what is certain to break. */
export interface Weather {
  /** Of both directions together; left out, as fast as it goes. */
  readonly bytesPerSecond?: number
  readonly abortShare?: number
  /** So many of the next requests with a body to this path break in the middle of their body. */
  readonly cut?: { readonly path: RegExp; readonly times: number }
  /** So many of the next answers from this path are lost after the server has given them. */
  readonly lose?: { readonly path: RegExp; readonly times: number }
}

/** BadWifi is a web server's twin on another port, and the weather on the way to it. */
export interface BadWifi {
  readonly origin: string
  readonly become: (weather: Weather) => void
  /** How many requests broke, how many answers were lost, and how many bytes of uploads went on to the server since the weather last changed. */
  readonly seen: () => { readonly broken: number; readonly lost: number; readonly uploaded: number }
  readonly close: () => Promise<void>
}

const SLICE = 1024
/** A request that breaks by chance does so within its first bytes, either way. */
const BREAKS_WITHIN = 30_000

/** asTwin makes a page of the twin's address one of the server's own, as it must be where only one public address is known. */
export const asTwin = ({ origin, ...headers }: http.IncomingHttpHeaders, to: number): http.OutgoingHttpHeaders =>
  ({ ...headers, host: `127.0.0.1:${to}`, ...(origin === undefined ? {} : { origin: `http://127.0.0.1:${to}` }) })

/** badWifi stands before a web server on a port of loopback; what breaks by chance follows from the seed. */
export async function badWifi(to: number, seed: number): Promise<BadWifi> {
  const random = seeded(seed)
  let weather: Weather = {}
  let left = { cut: 0, lose: 0 }
  let seen = { broken: 0, lost: 0, uploaded: 0 }
  let freeAt = 0
  const hits = (what: 'cut' | 'lose', url: string): boolean => {
    if (left[what] === 0 || !weather[what]?.path.test(url)) return false
    left = { ...left, [what]: left[what] - 1 }
    return true
  }

  /** Passes bytes on as fast as the weather allows, and tells how many; all requests share the air. */
  const air = (onBytes: (bytes: number) => boolean): Transform => new Transform({
    transform(part: Buffer, _encoding, done) {
      const pass = async (): Promise<void> => {
        for (let at = 0; at < part.length; at += SLICE) {
          const slice = part.subarray(at, at + SLICE)
          if (weather.bytesPerSecond !== undefined) {
            freeAt = Math.max(performance.now(), freeAt) + (slice.length / weather.bytesPerSecond) * 1000
            await delay(freeAt - performance.now())
          }
          this.push(slice)
          if (!onBytes(slice.length)) return
        }
      }
      pass().then(() => { done() }, done)
    },
  })

  const server = http.createServer((request, response) => {
    const url = request.url ?? '/'
    const length = Number(request.headers['content-length'] ?? 0)
    const cut = length > 0 && hits('cut', url)
    const breaksAfter = cut ? length / 2 : random() < (weather.abortShare ?? 0) ? random() * BREAKS_WITHIN : Number.POSITIVE_INFINITY
    const passed = http.request({ host: '127.0.0.1', port: to, path: url, method: request.method, headers: asTwin(request.headers, to), agent: false })
    const end = (): void => { request.destroy(); response.destroy(); passed.destroy() }
    let bytes = 0
    const go = (more: number): boolean => {
      bytes += more
      if (bytes <= breaksAfter) return true
      seen = { ...seen, broken: seen.broken + 1 }
      end()
      return false
    }
    for (const stream of [request, response, passed]) stream.on('error', end)
    passed.on('response', (answer) => {
      answer.on('error', end)
      if (hits('lose', url)) {
        seen = { ...seen, lost: seen.lost + 1 }
        answer.resume()
        answer.on('end', end)
        return
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(air(go)).pipe(response)
    })
    const isUpload = request.method === 'PATCH'
    request.pipe(air((more) => {
      if (isUpload) seen = { ...seen, uploaded: seen.uploaded + more }
      return go(more)
    })).pipe(passed)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    become: (next) => {
      weather = next
      left = { cut: next.cut?.times ?? 0, lose: next.lose?.times ?? 0 }
      seen = { broken: 0, lost: 0, uploaded: 0 }
    },
    seen: () => seen,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
