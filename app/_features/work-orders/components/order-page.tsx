'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { evidenceUnit } from '#server/core/work-orders/evidence.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { ZoneProvider } from '../../../_lib/site/zone.tsx'
import { episodesOf } from '../prepare/episodes.ts'
import { Evidence } from './evidence.tsx'
import { FilesPanel } from './files/files-panel.tsx'
import { FoldedAlarms } from './folded-alarms.tsx'
import { History } from './history.tsx'
import { NextAction } from './next-action.tsx'
import { OrderHeader } from './order-header.tsx'
import { Downtime } from './downtime.tsx'
import { Labour } from './labour.tsx'
import { Waiting } from './order-facts.tsx'
import { Parts } from './parts.tsx'
import { SecondRecord } from './second-record.tsx'
import { Outcome } from './outcome.tsx'
import { SimilarCases } from './similar-cases.tsx'
import { Steps } from './steps.tsx'

/** OrderPage answers: what is wrong, what shall I do, what did I find? Evidence first, the next action always in the same place, history last. */
export function OrderPage({ number, safety }: { readonly number: string; readonly safety?: ReactNode }): ReactNode {
  const { data: view } = useSuspenseQuery(useTRPC().workOrders.get.queryOptions({ id: number }))
  const evidence = episodesOf(view).find((episode) => episode.data !== null)?.data ?? null
  return (
    <ZoneProvider timeZone={view.site.timeZone}>
      <OrderHeader view={view} />
      {/* One copy of each panel: on a narrow screen the action follows the evidence, on a wide one it heads the right column. */}
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_392px] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0"><Evidence view={view} /></div>
        <div className="grid min-w-0 gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <NextAction key={view.order.status} view={view} />
          <SecondRecord view={view} />
          {safety}
          <Outcome view={view} />
          <Steps view={view} />
          <Parts view={view} />
          <Labour view={view} />
          <Downtime view={view} />
          <Waiting view={view} />
        </div>
        <div className="grid min-w-0 gap-4">
          <FoldedAlarms view={view} />
          <FilesPanel view={view} />
          {evidence !== null && <SimilarCases similar={evidence.similar} unit={evidenceUnit(evidence)} view={view} />}
          <History view={view} />
        </div>
      </div>
    </ZoneProvider>
  )
}
