import { DEFAULT_LOCALE } from '#server/core/people/locales.ts'
import { resolveSession } from '#server/modules/people/index.ts'
import { sessionOf } from '#server/platform/auth.ts'
import type { ApiContext } from './context.ts'

/** createContext finds out who asks, from the request's cookies; actor is null when nobody is signed in. */
export async function createContext(headers: Headers, requestId: string): Promise<ApiContext> {
  const session = await sessionOf(headers)
  const person = session ? await resolveSession(session.id) : null
  return { actor: person?.actor ?? null, session: person ? session : null, requestId, locale: person?.locale ?? DEFAULT_LOCALE }
}
