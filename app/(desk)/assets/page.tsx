import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { AssetTree } from '../../_features/assets/index.ts'
import { FIRST_DAY_COOKIE, FirstDay } from '../../_features/overview/index.ts'
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
  // Who has no overview begins here.
  const begins = !me.permissions.includes('incident.read')
  const hidden = (await cookies()).get(FIRST_DAY_COOKIE)?.value === me.personId
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: me.sites[0]?.name ?? me.orgName }, { label: t('assets') }]}>
        {begins && <FirstDay hidden={hidden} />}
        <AssetTree />
      </DeskPage>
    </HydrateClient>
  )
}
