import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Alarms, filtersOf, queryOf, rangeOf } from '../../_features/alarms/index.ts'
import { DeskPage } from '../../_features/shell/index.ts'
import { HydrateClient, load, prefetch, trpc } from '../../_lib/trpc/server.tsx'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('alarms') }
}

interface AlarmsPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** AlarmsPage shows what stands, what is kept quiet, or the report, as the address says; not there for who may not see alarms. */
export default async function AlarmsPage({ searchParams }: AlarmsPageProps): Promise<ReactNode> {
  const me = await load(trpc.me.get.queryOptions())
  if (!me.permissions.includes('incident.read')) notFound()
  const filters = filtersOf(await searchParams)
  await Promise.all([
    filters.tab === 'standing' ? prefetch(trpc.alarms.list.queryOptions(queryOf(filters))) : undefined,
    filters.tab === 'held' ? prefetch(trpc.alarms.held.queryOptions()) : undefined,
    filters.tab === 'report' ? prefetch(trpc.alarms.report.queryOptions({ hours: rangeOf(filters.hours) })) : undefined,
    filters.alarm === null ? undefined : prefetch(trpc.alarms.get.queryOptions({ id: filters.alarm })),
  ])
  const t = await getTranslations('shell.nav')
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: me.sites[0]?.name ?? me.orgName }, { label: t('alarms') }]}><Alarms /></DeskPage>
    </HydrateClient>
  )
}
