'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { ZoneProvider } from '../../../_lib/site/zone.tsx'
import { IsolationPanel } from './isolation-panel.tsx'
import { PermitPanel } from './permit-panel.tsx'

/** OrderSafety shows on an order how its machine is isolated, whose locks are on, and which permits are open. */
export function OrderSafety({ orderId }: { readonly orderId: string }): ReactNode {
  const { data: view } = useSuspenseQuery(useTRPC().isolation.forOrder.queryOptions({ orderId }))
  return (
    <ZoneProvider timeZone={view.timeZone}>
      <IsolationPanel view={view} />
      <PermitPanel view={view} />
    </ZoneProvider>
  )
}
