'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { AssetHeader } from './asset-header.tsx'
import { AssetIncidents } from './asset-incidents.tsx'
import { AssetOrders } from './asset-orders.tsx'
import { AssetPoints } from './asset-points.tsx'
import { AssetQuiet } from './asset-quiet.tsx'
import { AssetTrend } from './asset-trend.tsx'

interface AssetPageProps {
  readonly id: string
  /** What other features tell of the machine: the rules that judge it, its nameplate. */
  readonly side: ReactNode
  /** What they ask of a person about it. */
  readonly asks: ReactNode
}

/** AssetPage answers: how is this machine, and why? Its course on one time axis, its points, its open work and its alarms. */
export function AssetPage({ id, side, asks }: AssetPageProps): ReactNode {
  const { data } = useSuspenseQuery(useTRPC().assets.get.queryOptions({ id }))
  return (
    <>
      <AssetHeader detail={data} />
      {asks}
      <AssetQuiet detail={data} />
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_324px]">
        <div className="grid min-w-0 gap-4">
          {data.points.length > 0 && <AssetTrend detail={data} />}
          <AssetIncidents detail={data} />
        </div>
        <div className="grid min-w-0 gap-4">
          <AssetPoints points={data.points} />
          <AssetOrders detail={data} />
          {side}
        </div>
      </div>
    </>
  )
}
