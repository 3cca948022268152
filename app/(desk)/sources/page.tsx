import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { DeskPage } from '../../_features/shell/index.ts'
import { Sources } from '../../_features/sources/index.ts'
import { HydrateClient, load, trpc } from '../../_lib/trpc/server.tsx'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('sources') }
}

// As the reader reached this page, so will his machines.
async function reachedAt(): Promise<string> {
  const given = await headers()
  return `${given.get('x-forwarded-proto') ?? 'http'}://${given.get('host') ?? '127.0.0.1:3000'}`
}

/** SourcesPage shows what is connected, and how to connect more. */
export default async function SourcesPage(): Promise<ReactNode> {
  await load(trpc.sources.list.queryOptions())
  const t = await getTranslations('shell.nav')
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: t('sources') }]}>
        <Sources origin={await reachedAt()} at={new Date().toISOString().replace(/\.\d+Z$/, 'Z')} />
      </DeskPage>
    </HydrateClient>
  )
}
