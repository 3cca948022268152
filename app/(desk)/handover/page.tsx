import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { HandoverBoard } from '../../_features/handover/index.ts'
import { DeskPage } from '../../_features/shell/index.ts'
import { HydrateClient, load, prefetch, trpc } from '../../_lib/trpc/server.tsx'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('handover') }
}

/** HandoverPage is the change of shifts and the register of temporary repairs; not there for who may not see orders. */
export default async function HandoverPage(): Promise<ReactNode> {
  const me = await load(trpc.me.get.queryOptions())
  if (!me.permissions.includes('work-order.read')) notFound()
  await prefetch(trpc.handover.board.queryOptions())
  const t = await getTranslations('shell.nav')
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: me.sites[0]?.name ?? me.orgName }, { label: t('handover') }]}><HandoverBoard /></DeskPage>
    </HydrateClient>
  )
}
