import type * as z from 'zod'
import { AppError } from '#server/core/kernel/errors.ts'
import type { Scope } from '#server/core/people/permissions.ts'
import { verifyApiKey, type KeyHolder } from '#server/modules/keys/index.ts'
import { now } from '#server/platform/clock.ts'
import { peerOf } from '#server/platform/peer.ts'
import { takeToken, type Rate } from '#server/platform/rate-limit.ts'
import { withRequest } from '#server/platform/request.ts'
import { observeRequest } from '../observe-request.ts'
import { problemOf } from './problem.ts'

export { parseJson, readBody } from './body.ts'

/** RATES is how often one key may call, by what it calls for; ingest is limited by backlog before it meets this. */
const RATES: Readonly<Record<Scope, Rate>> = {
  ingest: { perSecond: 500, burst: 2000 },
  read: { perSecond: 50, burst: 200 },
}
// Requests with no valid key, by the address they come from.
const STRANGERS: Rate = { perSecond: 5, burst: 100 }

/** KeyRequest is a request whose key was checked. */
export interface KeyRequest {
  readonly request: Request
  readonly actor: KeyHolder
  readonly params: Readonly<Record<string, string>>
  readonly requestId: string
}

/** RouteHandler is what Next.js calls for a route. */
export type RouteHandler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

function requireToken(caller: string, rate: Rate): void {
  const wait = takeToken(caller, rate, now().getTime())
  if (wait > 0) throw new AppError('too-many', `Too many requests. Wait ${wait} s.`, { retryAfterSeconds: wait })
}

/** authenticate finds the machine behind a request; 'unauthenticated' without a valid key, 'too-many' when an address keeps trying. */
export async function authenticate(headers: Headers): Promise<KeyHolder> {
  const actor = await verifyApiKey(headers.get('authorization'))
  if (actor) return actor
  requireToken(`stranger ${peerOf(headers)?.address ?? 'unknown'}`, STRANGERS)
  throw new AppError('unauthenticated', 'Send a valid key as "Authorization: Bearer <key>". An administrator can make one.')
}

/**
 * withKey makes a route for machines: one request id, a valid key with one of the scopes, at most the key's rate, and every error
 * as problem details. The handler gets the machine that calls; what it may see is limited to its organization and site.
 */
export const withKey = (scopes: Scope | readonly Scope[], handle: (call: KeyRequest) => Promise<Response>): RouteHandler =>
  (request, context) =>
    withRequest(async (requestId) => {
      const started = performance.now()
      const response = await answer(typeof scopes === 'string' ? [scopes] : scopes, handle, request, context, requestId)
      observeRequest('rest', nameOf(request), response.status < 400 ? 'ok' : String(response.status), performance.now() - started)
      response.headers.set('x-request-id', requestId)
      if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
      return response
    })

// Routes, never ids: a label may have few values.
const nameOf = (request: Request): string => `${request.method} ${new URL(request.url).pathname.split('/').slice(0, 4).join('/')}`

async function answer(
  scopes: readonly Scope[],
  handle: (call: KeyRequest) => Promise<Response>,
  request: Request,
  context: Parameters<RouteHandler>[1],
  requestId: string,
): Promise<Response> {
  try {
    const actor = await authenticate(request.headers)
    const scope = scopes.find((each) => actor.scopes.includes(each))
    if (!scope) throw new AppError('forbidden', `This key was not made for "${scopes.join('" or "')}". Make one that is.`, { scopes })
    requireToken(`key ${actor.keyId} ${scope}`, RATES[scope])
    return await handle({ request, actor, params: await context.params, requestId })
  } catch (error) {
    return problemOf(error, new URL(request.url).pathname)
  }
}

/** parseQuery reads a URL's query by a schema, a name given several times or with commas as a list; 'invalid' with the fields that do not fit. */
export function parseQuery<Schema extends z.ZodType>(schema: Schema, request: Request, lists: readonly string[] = []): z.infer<Schema> {
  const query: Record<string, string | string[]> = {}
  for (const [name, value] of new URL(request.url).searchParams) {
    if (!lists.includes(name)) query[name] = value
    else query[name] = [...((query[name] as string[] | undefined) ?? []), ...value.split(',').filter((part) => part !== '')]
  }
  const parsed = schema.safeParse(query)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  throw new AppError('invalid', issues.map(({ path, message }) => `${path}: ${message}`).join('; '), { issues })
}
