import type { AppError } from '#server/core/kernel/errors.ts'
import { HOUR_MS, SECOND_MS } from '#server/core/kernel/time.ts'
import { LOOK_RATE } from '#server/core/public/limits.ts'
import type { Reader } from '#server/core/public/screens.ts'
import { now } from '#server/platform/clock.ts'
import { env } from '#server/platform/env.ts'
import { publicUrl } from '#server/platform/origins.ts'
import { peerOf } from '#server/platform/peer.ts'
import { takeToken, type Rate } from '#server/platform/rate-limit.ts'
import { withRequest } from '#server/platform/request.ts'
import { observeRequest } from '../observe-request.ts'

// A page for everybody runs no program, loads nothing from elsewhere, is framed nowhere, found by no search engine and kept by nobody.
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

/** Draw makes a page's text of what it shows, in its reader's language. */
export type Draw<Screen> = (screen: Screen, reader: Reader) => Promise<string>

/** Answer is a page as it is sent: its status and its text. */
export interface Answer {
  readonly status: number
  readonly html: string
  /** 'no-referrer' where nothing is sent back from the page; a form needs its origin to be told to our own server. */
  readonly referrer: 'no-referrer' | 'same-origin'
  readonly retryAfter?: number
}

/** asPage makes an HTTP answer of a page. */
export const asPage = ({ status, html, referrer, retryAfter }: Answer): Response => new Response(html, {
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY, 'cache-control': 'no-store', 'referrer-policy': referrer, 'x-robots-tag': 'noindex, nofollow',
    'x-content-type-options': 'nosniff', ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  },
})

/** goTo leads on with a GET. */
export const goTo = (path: string): Response => new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' } })

/** readerOf tells who looks at a page, from his request. */
export function readerOf(request: Request): Reader {
  const { pathname, searchParams } = new URL(request.url)
  return {
    language: searchParams.get('lang'), acceptLanguage: request.headers.get('accept-language'), path: pathname,
    kiosk: searchParams.get('kiosk') === '1', sent: searchParams.get('sent') === '1',
  }
}

/** linkOf is a path's whole address, as it stands in a QR code: the configured one, else the host that was asked. */
export function linkOf(request: Request, path: string): string {
  const host = request.headers.get('host')
  const own = new URL(publicUrl(env()))
  const origin = env().MW_PUBLIC_URL || host === null || !/^[a-z0-9.:[\]-]+$/i.test(host) ? own.origin : `${own.protocol}//${host}`
  return `${origin}${path}`
}

const addressOf = (request: Request): string => peerOf(request.headers)?.address ?? 'unknown'

/** waitFor counts a request of an address, and of a place where one is named; gives the seconds to wait, 0 when it may pass. */
export function waitFor(request: Request, what: string, rate: Rate, place?: { readonly id: string; readonly rate: Rate }): number {
  const ms = now().getTime()
  const wait = takeToken(`public ${what} ${addressOf(request)}`, rate, ms)
  return wait > 0 || place === undefined ? wait : takeToken(`public ${what} at ${place.id}`, place.rate, ms)
}

/** mayLook tells whether an address may open a page yet, or how many seconds it has to wait. */
export const mayLook = (request: Request): number => waitFor(request, 'look', LOOK_RATE)

/** publicRoute makes a route for everybody: one request id, its time taken under the name of its door. */
export const publicRoute = <Params>(name: string, handle: (request: Request, params: Params) => Promise<Response>) =>
  (request: Request, context: { readonly params: Promise<Params> }): Promise<Response> =>
    withRequest(async (requestId) => {
      const started = performance.now()
      const response = await handle(request, await context.params)
      observeRequest('public', `${request.method} ${name}`, response.status < 400 ? 'ok' : String(response.status), performance.now() - started)
      response.headers.set('x-request-id', requestId)
      return response
    })

/** isExpected tells whether an error is one of these. */
export const isExpected = (error: AppError | undefined, ...codes: readonly AppError['code'][]): boolean => error !== undefined && codes.includes(error.code)

/** LATER_S is how many seconds a site that was told too much today asks to wait. */
export const LATER_S = HOUR_MS / SECOND_MS
