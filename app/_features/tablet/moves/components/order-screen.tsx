'use client'

import type { ReactNode } from 'react'
import { useOrder } from '../../../../_lib/tablet/hooks/use-orders.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { useMe } from '../../people/person-context.ts'
import { ScreenWait } from '../../shell/components/screen-wait.tsx'
import { TabletScreen } from '../../shell/components/screen.tsx'

interface OrderScreenProps {
  /** The order's number, from the address. */
  readonly number: string
  readonly children: (seen: SeenOrder, backTo: string) => ReactNode
}

/** OrderScreen is a screen for one thing that is done with an order: its machine and number stay in sight, and the way back leads to the order. */
export function OrderScreen({ number, children }: OrderScreenProps): ReactNode {
  const seen = useOrder(useMe(), number)
  const backTo = `/m/o/${number}`
  if (!seen) return <ScreenWait />
  return <TabletScreen title={`${seen.asset.tag} ${seen.asset.name}`} aside={<span className="num">{seen.order.number}</span>} backTo={backTo}>{children(seen, backTo)}</TabletScreen>
}
