import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DeskPage } from '../../_features/shell/index.ts'
import { System } from '../../_features/system/index.ts'
import { HydrateClient, load, trpc } from '../../_lib/trpc/server.tsx'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('system') }
}

/** SystemPage says how the installation itself does. */
export default async function SystemPage(): Promise<ReactNode> {
  await load(trpc.system.health.queryOptions())
  const t = await getTranslations('shell.nav')
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: t('system') }]}><System /></DeskPage>
    </HydrateClient>
  )
}
