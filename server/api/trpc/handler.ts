import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { env } from '#server/platform/env.ts'
import { log } from '#server/platform/log.ts'
import { isForeign } from '#server/platform/origins.ts'
import { withRequest } from '#server/platform/request.ts'
import { expectedOf } from '../expected.ts'
import { limited } from '../limited.ts'
import { createContext } from './create-context.ts'
import { appRouter } from './routers/index.ts'

const MAX_BODY = 1024 * 1024
const MAX_BATCH = 20

const refuse = (status: number, message: string): Response => Response.json({ error: { message } }, { status })

const serve = (request: Request, requestId: string): Promise<Response> =>
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
  })

/** handleTrpc serves the browser's procedure calls: same-origin only for changes, one request id per request, defects logged once. */
export async function handleTrpc(request: Request): Promise<Response> {
  if (request.method !== 'GET' && isForeign(env(), request.headers)) {
    return refuse(403, 'This request came from another site and was refused.')
  }
  const call = await limited(request, MAX_BODY)
  return call ? withRequest((requestId) => serve(call, requestId)) : refuse(413, 'This request is too large.')
}
