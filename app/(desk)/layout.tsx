import type { ReactNode } from 'react'
import { DeskShell } from '../_features/shell/index.ts'
import { HydrateClient, load, requireSignIn, trpc } from '../_lib/trpc/server.tsx'

/** DeskLayout is for signed-in people only; it loads who they are once for every page of the desk. */
export default async function DeskLayout({ children }: { readonly children: ReactNode }): Promise<ReactNode> {
  await requireSignIn()
  await load(trpc.me.get.queryOptions())
  return (
    <HydrateClient>
      <DeskShell>{children}</DeskShell>
    </HydrateClient>
  )
}
