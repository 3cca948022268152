'use client'

import { useMutation, useQuery, useQueryClient, skipToken } from '@tanstack/react-query'
import { parseAsString, useQueryState } from 'nuqs'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { isOver, type JobView } from '../prepare/backtest-job.ts'
import type { PastRange } from '../prepare/past-range.ts'
import type { Definition } from '../prepare/rule.ts'

/** LimitsAsk is from which past of which point limits shall be learnt. */
export interface LimitsAsk {
  readonly definition: Definition
  readonly pointId: string
  readonly gate: { readonly code: string; readonly bands: number } | null
  readonly range: PastRange
}

/** LimitsJob is the proposal that the address names, or one of this rule that still runs. */
export interface LimitsJob {
  readonly job: JobView | null
  readonly isLoading: boolean
  readonly failure: string | null
  readonly ask: (ask: LimitsAsk) => void
  readonly isAsking: boolean
  readonly cancel: (id: string) => void
  readonly isCancelling: boolean
  /** Puts the proposal away. */
  readonly close: () => void
}

/** useLimits asks for limits to be proposed for a rule and follows how that goes; it survives a reload. */
export function useLimits(ruleId: string): LimitsJob {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [id, setId] = useQueryState('limits', parseAsString)
  const renew = (): Promise<void> => queryClient.invalidateQueries({ queryKey: trpc.backtests.pathKey() })
  const begin = useMutation(trpc.rules.proposeLimits.mutationOptions({ onSuccess: async (begun) => { await setId(begun.id); await renew() } }))
  const end = useMutation(trpc.backtests.cancel.mutationOptions({ onSettled: renew }))
  const { data: jobs } = useQuery(trpc.backtests.list.queryOptions({ ruleId, kind: 'limits' }))
  const named = id ?? jobs?.find((one) => !isOver(one))?.id ?? null
  const { data, error, isLoading } = useQuery(trpc.backtests.get.queryOptions(named === null ? skipToken : { id: named }))
  return {
    job: named === null ? null : (data ?? null),
    isLoading,
    failure: begin.error?.message ?? end.error?.message ?? error?.message ?? null,
    ask: ({ definition, pointId, gate, range }) => { begin.mutate({ ruleId, definition, pointId, gate, from: new Date(range.from), to: new Date(range.to) }) },
    isAsking: begin.isPending,
    cancel: (job) => { end.mutate({ id: job }) },
    isCancelling: end.isPending,
    close: () => { void setId(null) },
  }
}
