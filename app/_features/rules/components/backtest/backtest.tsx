'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'
import { useBacktestAddress, useBacktests } from '../../hooks/use-backtests.ts'
import { FIRST_RANGE } from '../../prepare/past-range.ts'
import type { Definition, RuleView } from '../../prepare/rule.ts'
import { Job } from './job.tsx'
import { JobList } from './job-list.tsx'
import { StartPanel } from './start-panel.tsx'

interface BacktestProps {
  readonly rule: RuleView
  /** What stands in the editor. */
  readonly definition: Definition
  readonly fits: boolean
}

/** Backtest answers: would this rule have been right? It is tried on months of history beside the version in force, against failures that are known. */
export function Backtest({ rule, definition, fits }: BacktestProps): ReactNode {
  const t = useTranslations('backtest')
  const [{ run }, set] = useBacktestAddress()
  const [form, setForm] = useState(FIRST_RANGE)
  const actions = useBacktests(rule.id, (id) => { void set({ run: id, rows: null, of: null, firing: null, seen: null, view: null }, { history: 'push' }) })
  const { data: jobs, error, refetch } = useQuery(useTRPC().backtests.list.queryOptions({ ruleId: rule.id }))
  const open = run ?? jobs?.[0]?.id ?? null
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {rule.allowed.edit && <StartPanel rule={rule} definition={definition} fits={fits} form={form} onChange={setForm} actions={actions} />}
      {error !== null && <ErrorState message={error.message} onRetry={() => { void refetch() }} />}
      {jobs === undefined && error === null && <Skeleton className="h-72 w-full" />}
      {jobs?.length === 0 && run === null && <EmptyState>{t(rule.allowed.edit ? 'empty.mine' : 'empty.readOnly')}</EmptyState>}
      {jobs !== undefined && open !== null && (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_264px]">
          <Job key={open} rule={rule} definition={definition} id={open} actions={actions} />
          <JobList ruleId={rule.id} jobs={jobs} open={open} />
        </div>
      )}
    </div>
  )
}
