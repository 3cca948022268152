import { auth } from '#server/platform/auth.ts'
import { env } from '#server/platform/env.ts'
import { isForeign } from '#server/platform/origins.ts'
import { limited } from './limited.ts'

const MAX_BODY = 16 * 1024

// What the sign-in library offers is more than Millwright uses; the rest does not exist here.
const OPEN: Readonly<Record<string, 'GET' | 'POST'>> = {
  '/sign-in/email': 'POST',
  '/sign-out': 'POST',
  '/get-session': 'GET',
  '/change-password': 'POST',
  '/list-sessions': 'GET',
  '/revoke-session': 'POST',
  '/revoke-other-sessions': 'POST',
}

/** handleAuth serves sign-in and sign-out; a change asked for by another site's page is refused. */
export async function handleAuth(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/api\/auth/, '')
  if (OPEN[path] !== request.method) return Response.json({ message: 'There is nothing here.' }, { status: 404 })
  if (request.method !== 'GET' && isForeign(env(), request.headers)) {
    return Response.json({ message: 'This request came from another site and was refused.' }, { status: 403 })
  }
  const call = await limited(request, MAX_BODY)
  return call ? auth().handler(call) : Response.json({ message: 'This request is too large.' }, { status: 413 })
}
