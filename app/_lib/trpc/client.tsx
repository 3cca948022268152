'use client'

import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { AppRouter } from '#server/api/trpc/routers/index.ts'
import { useServerWords } from '../words/use-server-words.ts'
import { errorLink } from './error-link.ts'
import { makeQueryClient } from './query-client.ts'

const context = createTRPCContext<AppRouter>()

/** useTRPC gives typed query, mutation and subscription options for every procedure. */
export const useTRPC = context.useTRPC

/** useTRPCClient calls procedures directly, for commands whose name is only known at run time. */
export const useTRPCClient = context.useTRPCClient

const URL = '/api/trpc'
let browserClient: QueryClient | undefined

// One cache for each request on the server, one for the life of the page in the browser.
const getQueryClient = (): QueryClient => {
  if (typeof window === 'undefined') return makeQueryClient()
  return (browserClient ??= makeQueryClient())
}

/** ApiProvider connects the components below it with the server: queries and commands in batches, changes over one event stream. */
export function ApiProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const queryClient = getQueryClient()
  const { says } = useServerWords()
  const words = useRef(says)
  useEffect(() => { words.current = says }, [says])
  const [trpcClient] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        errorLink((text, plain) => words.current(text, plain)),
        splitLink({
          condition: (operation) => operation.type === 'subscription',
          true: httpSubscriptionLink({ url: URL }),
          false: httpBatchLink({ url: URL, maxItems: 10, maxURLLength: 4000 }),
        }),
      ],
    }),
  )
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>{children}</context.TRPCProvider>
    </QueryClientProvider>
  )
}
