import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { SafetyBoard } from '../../_features/isolation/index.ts'
import { DeskPage } from '../../_features/shell/index.ts'
import { HydrateClient, load, prefetch, trpc } from '../../_lib/trpc/server.tsx'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('permits') }
}

/** PermitsPage shows the permits and locks in force in the plant now; not there for who may not see orders. */
export default async function PermitsPage(): Promise<ReactNode> {
  const me = await load(trpc.me.get.queryOptions())
  if (!me.permissions.includes('work-order.read')) notFound()
  await prefetch(trpc.permits.board.queryOptions())
  const t = await getTranslations('shell.nav')
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: me.sites[0]?.name ?? me.orgName }, { label: t('permits') }]}><SafetyBoard /></DeskPage>
    </HydrateClient>
  )
}
