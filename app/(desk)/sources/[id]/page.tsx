import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DeskPage } from '../../../_features/shell/index.ts'
import { EditSource } from '../../../_features/sources/index.ts'
import { exampleNow } from '../../../_lib/site/reached-at.ts'
import { HydrateClient, load, trpc } from '../../../_lib/trpc/server.tsx'

interface PageProps {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<{ readonly step?: string }>
}

/** generateMetadata titles the page with the source's name. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: (await load(trpc.sources.get.queryOptions({ id: (await params).id }))).name }
}

/** SourcePage shows how one source does right now, and changes its settings. */
export default async function SourcePage({ params, searchParams }: PageProps): Promise<ReactNode> {
  const { id } = await params
  const source = await load(trpc.sources.get.queryOptions({ id }))
  const t = await getTranslations('shell.nav')
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: t('sources'), href: '/sources' }, { label: source.name }]}>
        <EditSource id={id} {...await exampleNow()} stage={(await searchParams).step === 'settings' ? 'how' : 'test'} />
      </DeskPage>
    </HydrateClient>
  )
}
