import type * as z from 'zod'
import { AppError } from '#server/core/kernel/errors.ts'
import { identifyDevice, type Device } from '#server/modules/tablets/index.ts'
import { env } from '#server/platform/env.ts'
import { isForeign } from '#server/platform/origins.ts'
import { withRequest } from '#server/platform/request.ts'
import { observeRequest } from '../observe-request.ts'
import { parseJson, readBody } from '../v1/body.ts'
import { problemOf } from '../v1/problem.ts'
import { deviceCookieOf } from './device-cookie.ts'

const MAX_BODY = 4 * 1024 * 1024

/** tabletRoute makes a route for the tablet app: same-origin only, one request id, every error as problem details. */
export const tabletRoute = (handle: (request: Request) => Promise<Response>) => (request: Request): Promise<Response> =>
  withRequest(async (requestId) => {
    const started = performance.now()
    const { pathname } = new URL(request.url)
    let response: Response
    try {
      if (isForeign(env(), request.headers)) throw new AppError('forbidden', 'This request came from another site and was refused.')
      response = await handle(request)
    } catch (error) {
      response = problemOf(error, pathname)
    }
    observeRequest('tablet', pathname, response.status < 400 ? 'ok' : String(response.status), performance.now() - started)
    response.headers.set('x-request-id', requestId)
    response.headers.set('cache-control', 'no-store')
    return response
  })

/** deviceOf finds the device behind a request; 'unauthenticated' when it has not been enrolled, or was emptied. */
export async function deviceOf(request: Request): Promise<Device> {
  const credential = deviceCookieOf(request.headers)
  const device = credential && (await identifyDevice(credential))
  if (!device) throw new AppError('unauthenticated', 'This device is not set up for offline work, or was emptied. Sign in on it.')
  return device
}

/** bodyOf reads a request's JSON by a schema; 'invalid' names what does not fit. */
export async function bodyOf<Schema extends z.ZodType>(schema: Schema, request: Request): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(parseJson(await readBody(request, MAX_BODY)))
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  throw new AppError('invalid', issues.map(({ path, message }) => `${path}: ${message}`).join('; '), { issues })
}
