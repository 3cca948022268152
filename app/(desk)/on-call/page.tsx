import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { OnCall } from '../../_features/on-call/index.ts'
import { DeskPage } from '../../_features/shell/index.ts'
import { HydrateClient, load, trpc } from '../../_lib/trpc/server.tsx'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('onCall') }
}

/** OnCallPage shows who is on call this week; supervisors write the rosters here. */
export default async function OnCallPage(): Promise<ReactNode> {
  const me = await load(trpc.me.get.queryOptions())
  await load(trpc.onCall.week.queryOptions({ weeksLater: 0 }))
  if (me.permissions.includes('notify.edit')) await load(trpc.onCall.abilities.queryOptions())
  const t = await getTranslations('shell.nav')
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: me.orgName }, { label: t('onCall') }]}><OnCall /></DeskPage>
    </HydrateClient>
  )
}
