import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { About } from '../../_features/about/index.ts'
import { DeskPage } from '../../_features/shell/index.ts'
import { HydrateClient, load, trpc } from '../../_lib/trpc/server.tsx'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('about') }
}

/** AboutPage says what this is and whom to thank. */
export default async function AboutPage(): Promise<ReactNode> {
  await load(trpc.system.about.queryOptions())
  const t = await getTranslations('shell.nav')
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: t('about') }]}><About /></DeskPage>
    </HydrateClient>
  )
}
