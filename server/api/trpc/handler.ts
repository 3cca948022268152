import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { env } from '#server/platform/env.ts'
import { log } from '#server/platform/log.ts'
import { isForeign } from '#server/platform/origins.ts'
import { withRequest } from '#server/platform/request.ts'
import { expectedOf } from '../expected.ts'
import { createContext } from './create-context.ts'
import { appRouter } from './routers/index.ts'

const MAX_BODY = 1024 * 1024
const MAX_BATCH = 20

const refuse = (status: number, message: string): Response => Response.json({ error: { message } }, { status })

/** handleTrpc serves the browser's procedure calls: same-origin only for changes, one request id per request, defects logged once. */
export function handleTrpc(request: Request): Promise<Response> | Response {
  if (request.method !== 'GET' && isForeign(env(), request.headers)) {
    return refuse(403, 'This request came from another site and was refused.')
  }
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY) return refuse(413, 'This request is too large.')
  return withRequest((requestId) =>
    fetchRequestHandler({
      endpoint: '/api/trpc',
      req: request,
      router: appRouter,
      maxBatchSize: MAX_BATCH,
      createContext: () => createContext(request.headers, requestId),
      responseMeta: () => ({ headers: { 'cache-control': 'no-store', 'x-request-id': requestId } }),
      onError: ({ error, path }) => {
        const expected = expectedOf(error)
        if (expected) log.info({ requestId, path, code: expected.code, facts: expected.facts }, expected.message)
        else if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ requestId, path, err: error.cause ?? error }, 'procedure failed')
      },
    }),
  )
}
