import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Rules } from '../../_features/rules/index.ts'
import { DeskPage } from '../../_features/shell/index.ts'
import { HydrateClient, load, trpc } from '../../_lib/trpc/server.tsx'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('rules') }
}

/** RulesPage lists the rules. */
export default async function RulesPage(): Promise<ReactNode> {
  await load(trpc.rules.list.queryOptions())
  const t = await getTranslations('shell.nav')
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: t('rules') }]}><Rules /></DeskPage>
    </HydrateClient>
  )
}
