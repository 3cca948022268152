import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AssetTree } from '../../_features/assets/index.ts'
import { DeskPage } from '../../_features/shell/index.ts'
import { HydrateClient, load, prefetch, trpc } from '../../_lib/trpc/server.tsx'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('assets') }
}

/** AssetsPage shows the plant as a tree. */
export default async function AssetsPage(): Promise<ReactNode> {
  const me = await load(trpc.me.get.queryOptions())
  await prefetch(trpc.assets.tree.queryOptions({}))
  const t = await getTranslations('shell.nav')
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: me.sites[0]?.name ?? me.orgName }, { label: t('assets') }]}><AssetTree /></DeskPage>
    </HydrateClient>
  )
}
