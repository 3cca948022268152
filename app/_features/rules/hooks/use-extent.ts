'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLiveState } from '../../../_lib/live/state.tsx'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import type { Extent } from '../prepare/past-range.ts'
import type { Definition, RuleView } from '../prepare/rule.ts'

/** KnownExtent is how much past there is, once that is known. */
export interface KnownExtent {
  readonly extent: Extent | null
  readonly error: { readonly message: string } | null
  readonly retry: () => void
}

/** useExtent asks how much past there is of what a rule watches; while there is none, every change may bring the first readings, so it asks again. */
export function useExtent(rule: Pick<RuleView, 'id' | 'points'>, { points }: Pick<Definition, 'points'>): KnownExtent {
  const trpc = useTRPC()
  const { changedAt } = useLiveState()
  const isThere = rule.points.length > 0 && points.length > 0
  const { data, error, refetch } = useQuery(trpc.backtests.extent.queryOptions({ ruleId: rule.id, codes: points }, { enabled: isThere }))
  const isEmpty = data?.kept === null
  useEffect(() => {
    if (isEmpty) void refetch({ cancelRefetch: false })
  }, [isEmpty, changedAt, refetch])
  return { extent: data ?? null, error, retry: () => { void refetch() } }
}
