import { AppError } from '#server/core/kernel/errors.ts'
import { readBody } from './v1/body.ts'

/** limited reads a request's body up to the limit and gives the request with it; null when it is larger or unreadable. */
export async function limited(request: Request, limit: number): Promise<Request | null> {
  if (request.method === 'GET' || request.method === 'HEAD') return request
  try {
    const body = await readBody(request, limit)
    const headers = new Headers(request.headers)
    headers.delete('content-encoding')
    headers.set('content-length', String(body.byteLength))
    return new Request(request.url, { method: request.method, headers, body: new Uint8Array(body), signal: request.signal })
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
