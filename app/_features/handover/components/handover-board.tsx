'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useMay } from '../../../_lib/me/use-me.ts'
import { ZoneProvider } from '../../../_lib/site/zone.tsx'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { HandoverCard } from './handover-card.tsx'
import { PrepareHandover } from './prepare-handover.tsx'
import { Repairs } from './repairs.tsx'

/** HandoverBoard is the change of shifts: hand over, take over, and the temporary repairs that stand. */
export function HandoverBoard(): ReactNode {
  const t = useTranslations('handover')
  const { data } = useSuspenseQuery(useTRPC().handover.board.queryOptions())
  const may = useMay()
  const [preparing, setPreparing] = useState(false)
  const mayHand = may('work-order.execute') && data.places.length > 0
  const hand = mayHand && <Button variant="primary" onPress={() => { setPreparing(true) }}>{t('prepare')}</Button>
  return (
    <ZoneProvider timeZone={data.places[0]?.timeZone ?? 'UTC'}>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <h1 className="me-auto text-20 font-strong">{t('title')}</h1>
        {data.handovers.length > 0 && hand}
      </div>
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="grid min-w-0 gap-4">
          {data.handovers.length === 0 && <EmptyState action={hand || undefined}>{t('empty')}</EmptyState>}
          {data.handovers.map((handover, index) => <HandoverCard key={handover.id} handover={handover} isOpen={index === 0} />)}
        </div>
        <Repairs repairs={data.repairs} mayRegister={may('work-order.execute')} />
      </div>
      {preparing && <PrepareHandover places={data.places} onClose={() => { setPreparing(false) }} />}
    </ZoneProvider>
  )
}
