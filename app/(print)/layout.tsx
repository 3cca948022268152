import type { ReactNode } from 'react'
import { PageProviders } from '../_lib/page-providers.tsx'
import { HydrateClient, load, requireSignIn, trpc } from '../_lib/trpc/server.tsx'
import './print.css'

/** PrintLayout is for pages that are made for paper: signed-in people only, and nothing of the desk around them. */
export default async function PrintLayout({ children }: { readonly children: ReactNode }): Promise<ReactNode> {
  await requireSignIn()
  await load(trpc.me.get.queryOptions())
  return <PageProviders><HydrateClient>{children}</HydrateClient></PageProviders>
}
