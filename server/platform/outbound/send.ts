import http from 'node:http'
import https from 'node:https'
import { AppError } from '../../core/kernel/errors.ts'
import { SECOND_MS } from '../../core/kernel/time.ts'
import { parseTarget, type Allowed, type Target } from '../../core/outbound/target.ts'
import { resolveTarget } from './resolve.ts'

/** OutboundMessage is one POST to somebody else's server. */
export interface OutboundMessage {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** OutboundAnswer is what the other server said: its status, and the beginning of its words. */
export interface OutboundAnswer {
  readonly status: number
  readonly location: string | null
  readonly text: string
}

// Looking up, connecting, sending and answering together.
const OUTBOUND_TIMEOUT_MS = 10 * SECOND_MS
// How large a message may be, in bytes.
const MOST_SENT = 256 * 1024
const MOST_READ = 8 * 1024

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refuses the connection', ECONNRESET: 'broke the connection off', EHOSTUNREACH: 'cannot be reached', ENETUNREACH: 'cannot be reached', EPIPE: 'broke the connection off',
  CERT_HAS_EXPIRED: 'shows a certificate that has expired', DEPTH_ZERO_SELF_SIGNED_CERT: 'shows a certificate that nobody vouches for',
  SELF_SIGNED_CERT_IN_CHAIN: 'shows a certificate that nobody vouches for', UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'shows a certificate that nobody vouches for',
  ERR_TLS_CERT_ALTNAME_INVALID: 'shows a certificate for another host',
}

function failure(target: Target, error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new AppError('unavailable', `${target.host} ${WORDS[code] ?? 'does not answer as a web server should'}.`, { cause: String(error) })
}

function exchange(target: Target, message: OutboundMessage, address: string, family: number, signal: AbortSignal): Promise<OutboundAnswer> {
  return new Promise((resolve, reject) => {
    const request = (target.secure ? https : http).request(target.url, {
      method: 'POST', headers: { ...message.headers, 'content-length': String(message.body.length) }, agent: false, signal,
      // The address was judged: a second look-up could lead elsewhere.
      lookup: (_host, options, done) => (options.all ? done(null, [{ address, family }]) : done(null, address, family)),
    })
    request.once('error', reject)
    request.once('response', (response) => {
      const chunks: Buffer[] = []
      let size = 0
      const end = (): void => resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? null, text: Buffer.concat(chunks).subarray(0, MOST_READ).toString('utf8') })
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        size += chunk.length
        // Its status is enough; a body without end must not hold anything.
        if (size >= MOST_READ) { end(); request.destroy() }
      })
      response.once('end', end)
      response.once('error', reject)
    })
    request.end(message.body)
  })
}

/**
 * sendOutbound posts a message to a server outside, or inside where the allow list says so. It follows no redirect and uses no
 * proxy. Throws 'invalid' or 'forbidden' where the address may not be used, 'unavailable' when nobody answers in time.
 */
export async function sendOutbound(message: OutboundMessage, allow: readonly Allowed[], timeoutMs = OUTBOUND_TIMEOUT_MS): Promise<OutboundAnswer> {
  const target = parseTarget(message.url)
  if (!target.ok) throw new AppError('invalid', target.error)
  if (message.body.length > MOST_SENT) throw new AppError('too-large', `The message is larger than ${MOST_SENT / 1024} KiB.`)
  const ends = AbortSignal.timeout(timeoutMs)
  const late = new Promise<never>((_, reject) => {
    ends.addEventListener('abort', () => reject(new AppError('unavailable', `${target.value.host} did not answer within ${timeoutMs / SECOND_MS} s.`)), { once: true })
  })
  const work = async (): Promise<OutboundAnswer> => {
    const { address, family } = await resolveTarget(target.value, allow)
    return exchange(target.value, message, address, family, ends)
  }
  const answer = work().catch((error: unknown) => { throw failure(target.value, error) })
  return Promise.race([answer, late])
}
