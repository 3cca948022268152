'use client'

import type { ReactNode } from 'react'
import { useOrder } from '../../../../_lib/tablet/hooks/use-orders.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { useMe } from '../../people/person-context.ts'
import { ScreenWait } from '../../shell/components/screen-wait.tsx'
import { TabletScreen } from '../../shell/components/screen.tsx'

/** FactScreen is a screen that belongs to an order: the machine as its title, the order's number beside it, and the way back to it. */
export function FactScreen({ number, children }: { readonly number: string; readonly children: (seen: SeenOrder) => ReactNode }): ReactNode {
  const seen = useOrder(useMe(), number)
  if (!seen) return <ScreenWait />
  return (
    <TabletScreen title={`${seen.asset.tag} ${seen.asset.name}`} aside={<span className="num">{seen.order.number}</span>} backTo={`/m/o/${number}`}>
      {children(seen)}
    </TabletScreen>
  )
}
