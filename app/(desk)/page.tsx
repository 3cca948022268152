import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { FIRST_DAY_COOKIE, Overview } from '../_features/overview/index.ts'
import { DeskPage } from '../_features/shell/index.ts'
import { HydrateClient, load, prefetch, trpc } from '../_lib/trpc/server.tsx'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('overview') }
}

/** OverviewPage is the first page of the desk; who may not see alarms starts at the machines. */
export default async function OverviewPage(): Promise<ReactNode> {
  const me = await load(trpc.me.get.queryOptions())
  if (!me.permissions.includes('incident.read')) redirect('/assets')
  await prefetch(trpc.overview.get.queryOptions({}))
  const t = await getTranslations('shell.nav')
  const hidden = (await cookies()).get(FIRST_DAY_COOKIE)?.value === me.personId
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: me.sites[0]?.name ?? me.orgName }, { label: t('overview') }]}>
        <Overview firstDayHidden={hidden} />
      </DeskPage>
    </HydrateClient>
  )
}
