import 'server-only'

import { dehydrate, HydrationBoundary, type FetchQueryOptions, type QueryKey } from '@tanstack/react-query'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { TRPCError } from '@trpc/server'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import { createContext } from '#server/api/trpc/create-context.ts'
import { appRouter } from '#server/api/trpc/routers/index.ts'
import { PATH_HEADER } from '../security/path.ts'
import { signInHref } from '../security/next-href.ts'
import { makeQueryClient } from './query-client.ts'

// One context and one cache for each request, shared by layout, page and metadata.
const requestContext = cache(async () => createContext(await headers(), crypto.randomUUID()))
const getQueryClient = cache(makeQueryClient)

/** trpc gives query options that call the procedures directly, without HTTP, as the person who asks for the page. */
export const trpc = createTRPCOptionsProxy({ ctx: requestContext, router: appRouter, queryClient: getQueryClient })

/** isSignedIn tells whether the request comes from a signed-in person. */
export const isSignedIn = async (): Promise<boolean> => (await requestContext()).actor !== null

/** requireSignIn sends everybody else to the sign-in page, and back here afterwards. */
export async function requireSignIn(): Promise<void> {
  if (await isSignedIn()) return
  redirect(signInHref((await headers()).get(PATH_HEADER)))
}

/** Loadable is what trpc's query options are to load and prefetch: a key and a function that fetches Data. */
interface Loadable<Data> {
  readonly queryKey: QueryKey
  readonly queryFn?: ((context: never) => Data | Promise<Data>) | symbol | undefined
}

const fetchable = <Data,>(options: Loadable<Data>): FetchQueryOptions<Data> => options as FetchQueryOptions<Data>

const MISSING = new Set(['NOT_FOUND', 'FORBIDDEN', 'BAD_REQUEST'])

/** load runs a query on the server, keeps its answer for the browser and gives it; what does not exist, or not for this person, becomes the not-found page. */
export async function load<Data>(options: Loadable<Data>): Promise<Data> {
  try {
    return await getQueryClient().fetchQuery(fetchable(options))
  } catch (error) {
    if (error instanceof TRPCError && MISSING.has(error.code)) notFound()
    throw error
  }
}

/** prefetch runs a query on the server for the browser; a failure is met again, and shown, where the query is used. */
export async function prefetch<Data>(options: Loadable<Data>): Promise<void> {
  await getQueryClient().prefetchQuery(fetchable(options))
}

/** HydrateClient hands everything loaded so far to the components below it. */
export function HydrateClient({ children }: { readonly children: ReactNode }): ReactNode {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>
}
