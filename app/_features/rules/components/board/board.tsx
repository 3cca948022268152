'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { parseAsStringLiteral, useQueryStates } from 'nuqs'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { SkeletonRows } from '../../../../_ui/skeleton.tsx'
import { useFigureWords } from '../../hooks/use-figure-words.ts'
import { BOARD_SORTS, shelvesOf } from '../../prepare/board.ts'
import { Receipts } from '../precision/receipts.tsx'
import { WindowControl, windowControl } from '../precision/precision.tsx'
import { LabourRate } from './labour-rate.tsx'
import { ShelfTable } from './shelf-table.tsx'

const controls = { over: windowControl, by: parseAsStringLiteral(BOARD_SORTS).withDefault('precision') }

/** Board answers: which rules are worth their alarms? All rules by the class of their machines, the worst first. */
export function Board(): ReactNode {
  const t = useTranslations('verdicts.board')
  const words = useFigureWords()
  const [{ over, by }, set] = useQueryStates(controls)
  const { data, error, refetch } = useQuery(useTRPC().rules.precisionBoard.queryOptions({ days: over }, { placeholderData: keepPreviousData }))
  const shelves = data === undefined ? [] : shelvesOf(data, by)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <WindowControl days={over} onChange={(days) => { void set({ over: days }) }} />
        {data !== undefined && <p className="me-auto text-12 text-fg-2">{words.window(data.window)}</p>}
        {data !== undefined && <LabourRate rate={data.rate} />}
      </div>
      {error !== null && <ErrorState message={error.message} onRetry={() => { void refetch() }} />}
      {data === undefined && error === null && <div className="rounded-lg border border-line bg-surface"><SkeletonRows rows={6} /></div>}
      {data !== undefined && shelves.length === 0 && <EmptyState>{t('none')}</EmptyState>}
      {data !== undefined && shelves.map((shelf) => (
        <ShelfTable key={shelf.id ?? ''} shelf={shelf} board={data} sort={by} onSort={(next) => { void set({ by: next }) }} />
      ))}
      {data !== undefined && shelves.length > 0 && <Receipts definition={shelves[0]?.figures.definition ?? 1} />}
    </div>
  )
}
