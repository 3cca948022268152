import { defaultShouldDehydrateQuery, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { signInHref } from '../security/next-href.ts'

const PERMANENT = new Set(['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_REQUEST', 'CONFLICT', 'PRECONDITION_FAILED'])

/** errorCode is the code with which the server refused, or null when it was not reached or failed. */
function errorCode(error: unknown): string | null {
  if (!(error instanceof TRPCClientError)) return null
  const code: unknown = (error.data as { code?: unknown } | null | undefined)?.code
  return typeof code === 'string' ? code : null
}

const isPermanent = (error: unknown): boolean => PERMANENT.has(errorCode(error) ?? '')

// The session ended while the page was open: sign in again and come back.
function onError(error: unknown): void {
  if (typeof window === 'undefined' || errorCode(error) !== 'UNAUTHORIZED') return
  window.location.assign(signInHref(window.location.pathname + window.location.search))
}

/**
 * makeQueryClient is one cache: fresh for 20 s (the live stream says earlier when something changed),
 * failures repeated twice unless they are permanent, and unfinished server queries handed to the browser.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 20_000, retry: (count, error) => count < 2 && !isPermanent(error) },
      dehydrate: {
        shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || query.state.status === 'pending',
        // Next.js needs to see its own thrown signals (redirects, dynamic pages) and hides other errors itself.
        shouldRedactErrors: () => false,
      },
    },
  })
}
