import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ContractorLinks } from '../../../_features/contractors/index.ts'
import { OrderSafety } from '../../../_features/isolation/index.ts'
import { CallsAbout } from '../../../_features/on-call/index.ts'
import { OrderPage } from '../../../_features/work-orders/index.ts'
import { OrderReports } from '../../../_features/reports/index.ts'
import { DeskPage } from '../../../_features/shell/index.ts'
import { HydrateClient, load, prefetch, trpc } from '../../../_lib/trpc/server.tsx'

interface PageProps {
  readonly params: Promise<{ readonly number: string }>
}

/** generateMetadata titles the page with the order's number. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: (await load(trpc.workOrders.get.queryOptions({ id: (await params).number }))).order.number }
}

/** WorkOrderPage shows one order; its address has the order's number. */
export default async function WorkOrderPage({ params }: PageProps): Promise<ReactNode> {
  const { number } = await params
  const { order } = await load(trpc.workOrders.get.queryOptions({ id: number }))
  await Promise.all([
    prefetch(trpc.requests.ofOrder.queryOptions({ orderId: order.id })), prefetch(trpc.isolation.forOrder.queryOptions({ orderId: order.id })), prefetch(trpc.attachments.list.queryOptions({ entity: 'work-order', entityId: order.id })),
  ])
  const t = await getTranslations('shell.nav')
  return (
    <HydrateClient>
      <DeskPage crumbs={[{ label: t('workOrders'), href: '/work-orders' }, { label: order.number }]}>
        <OrderPage number={number} safety={<><OrderReports orderId={order.id} /><OrderSafety orderId={order.id} /><ContractorLinks orderId={order.id} /></>} />
        <CallsAbout orderId={order.id} />
      </DeskPage>
    </HydrateClient>
  )
}
