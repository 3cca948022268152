import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { OrderList, filtersOf, queryOf } from '../../_features/work-orders/index.ts'
import { DeskPage } from '../../_features/shell/index.ts'
import { HydrateClient, load, prefetch, trpc } from '../../_lib/trpc/server.tsx'

/** generateMetadata titles the page in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('workOrders') }
}

interface OrdersPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** OrdersPage lists work orders as the address says; not there for who may not see them. */
export default async function OrdersPage({ searchParams }: OrdersPageProps): Promise<ReactNode> {
  const me = await load(trpc.me.get.queryOptions())
  if (!me.permissions.includes('work-order.read')) notFound()
  await prefetch(trpc.workOrders.list.queryOptions(queryOf(filtersOf(await searchParams))))
  const t = await getTranslations('shell.nav')
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: me.sites[0]?.name ?? me.orgName }, { label: t('workOrders') }]}><OrderList /></DeskPage>
    </HydrateClient>
  )
}
