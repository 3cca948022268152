import type { ReactNode } from 'react'
import { DeskShell } from '../_features/shell/index.ts'
import { PageProviders } from '../_lib/page-providers.tsx'
import { HydrateClient, load, prefetch, requireSignIn, trpc } from '../_lib/trpc/server.tsx'

/** DeskLayout is for signed-in people only; it loads who they are, and the number of alarms for the menu, once for every page of the desk. */
export default async function DeskLayout({ children }: { readonly children: ReactNode }): Promise<ReactNode> {
  await requireSignIn()
  const me = await load(trpc.me.get.queryOptions())
  if (me.permissions.includes('incident.read')) await prefetch(trpc.alarms.counts.queryOptions())
  return (
    <PageProviders>
      <HydrateClient>
        <DeskShell>{children}</DeskShell>
      </HydrateClient>
    </PageProviders>
  )
}
