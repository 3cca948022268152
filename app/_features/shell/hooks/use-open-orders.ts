'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'

/** useOpenOrders is the number of open orders in the person's reach, null while unknown or not allowed. */
export function useOpenOrders(): number | null {
  const may = useMay()
  const { data } = useQuery(useTRPC().workOrders.list.queryOptions(may('work-order.read') ? { limit: 1 } : skipToken))
  return data?.counts.open ?? null
}
