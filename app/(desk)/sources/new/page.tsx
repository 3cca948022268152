import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DeskPage } from '../../../_features/shell/index.ts'
import { NewSource } from '../../../_features/sources/index.ts'
import { exampleNow } from '../../../_lib/site/reached-at.ts'
import { HydrateClient, load, trpc } from '../../../_lib/trpc/server.tsx'

const CLIENT_ID_LENGTH = 8

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setup'))('title') }
}

/** NewSourcePage adds a source in three steps. */
export default async function NewSourcePage(): Promise<ReactNode> {
  await load(trpc.sources.places.queryOptions())
  const t = await getTranslations()
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: t('shell.nav.sources'), href: '/sources' }, { label: t('setup.title') }]}>
        <NewSource {...await exampleNow()} clientId={`millwright-${crypto.randomUUID().slice(0, CLIENT_ID_LENGTH)}`} />
      </DeskPage>
    </HydrateClient>
  )
}
