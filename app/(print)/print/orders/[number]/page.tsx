import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { orderCode } from '#server/api/order-code.ts'
import { OrderSheetsPage } from '../../../../_features/print/index.ts'
import { exampleNow } from '../../../../_lib/site/reached-at.ts'
import { HydrateClient, load, prefetch, trpc } from '../../../../_lib/trpc/server.tsx'

interface PageProps {
  readonly params: Promise<{ readonly number: string }>
}

/** generateMetadata titles the page with the order's number, which is the name that a browser gives to the PDF. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: (await load(trpc.workOrders.get.queryOptions({ id: (await params).number }))).order.number }
}

/** PrintOrderPage shows the sheets of one order, with a code that leads to it. */
export default async function PrintOrderPage({ params }: PageProps): Promise<ReactNode> {
  const { number } = await params
  const { order } = await load(trpc.workOrders.get.queryOptions({ id: number }))
  await prefetch(trpc.isolation.forOrder.queryOptions({ orderId: order.id }))
  const code = orderCode((await exampleNow()).origin, order.number)
  return <HydrateClient><OrderSheetsPage number={number} code={code} /></HydrateClient>
}
