import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DeskPage } from '../../_features/shell/index.ts'
import { Sources } from '../../_features/sources/index.ts'
import { exampleNow } from '../../_lib/site/reached-at.ts'
import { HydrateClient, load, trpc } from '../../_lib/trpc/server.tsx'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('sources') }
}

/** SourcesPage shows what is connected, and how to connect more. */
export default async function SourcesPage(): Promise<ReactNode> {
  await load(trpc.sources.list.queryOptions())
  const t = await getTranslations('shell.nav')
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: t('sources') }]}>
        <Sources {...await exampleNow()} />
      </DeskPage>
    </HydrateClient>
  )
}
