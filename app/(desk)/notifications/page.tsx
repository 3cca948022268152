import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Notifications } from '../../_features/notify/index.ts'
import { DeskPage } from '../../_features/shell/index.ts'
import { HydrateClient, load, trpc } from '../../_lib/trpc/server.tsx'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.me'))('notifications') }
}

/** NotificationsPage is for everybody: what one was told, and how one is told. */
export default async function NotificationsPage(): Promise<ReactNode> {
  const me = await load(trpc.me.get.queryOptions())
  await load(trpc.notify.settings.queryOptions())
  const t = await getTranslations('shell.me')
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: me.orgName }, { label: t('notifications') }]}><Notifications /></DeskPage>
    </HydrateClient>
  )
}
