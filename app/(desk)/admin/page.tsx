import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Admin, sectionsFor } from '../../_features/admin/index.ts'
import { DeskPage } from '../../_features/shell/index.ts'
import { HydrateClient, load, trpc } from '../../_lib/trpc/server.tsx'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('admin') }
}

/** AdminPage is for those who manage people or keys, or read the audit; for others it does not exist. */
export default async function AdminPage(): Promise<ReactNode> {
  const me = await load(trpc.me.get.queryOptions())
  if (sectionsFor(me.permissions).length === 0) notFound()
  const t = await getTranslations('shell.nav')
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: me.orgName }, { label: t('admin') }]}><Admin /></DeskPage>
    </HydrateClient>
  )
}
