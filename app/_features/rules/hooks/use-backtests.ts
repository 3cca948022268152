'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { trendControls } from '../../../_ui/charts/trend-controls.tsx'
import { ROWS, SIDES } from '../prepare/backtest.ts'
import type { PastRange } from '../prepare/past-range.ts'
import type { Definition } from '../prepare/rule.ts'

/** The address of a back-test: which one is open, whose rows are shown, which firing's course, and the chart's own. */
const controls = {
  run: parseAsString, rows: parseAsStringLiteral(ROWS).withDefault('fired'), of: parseAsStringLiteral([...SIDES, 'both'] as const).withDefault('both'),
  firing: parseAsString, seen: parseAsString, view: trendControls.view,
}

/** useBacktestAddress keeps in the address what is open of a back-test. */
export const useBacktestAddress = () => useQueryStates(controls)

/** JobActions ask for a back-test and end one. */
export interface JobActions {
  readonly start: (definition: Definition, range: PastRange) => void
  readonly isStarting: boolean
  readonly cancel: (id: string) => void
  readonly isCancelling: boolean
  /** Why the last of them was refused, in the server's words. */
  readonly failure: string | null
}

/** useBacktests are the things one can do with back-tests of a rule; onStarted is told which one was begun. */
export function useBacktests(ruleId: string, onStarted: (id: string) => void): JobActions {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const renew = (): Promise<void> => queryClient.invalidateQueries({ queryKey: trpc.backtests.pathKey() })
  const begin = useMutation(trpc.backtests.start.mutationOptions({ onSuccess: async ({ id }) => { onStarted(id); await renew() } }))
  const end = useMutation(trpc.backtests.cancel.mutationOptions({ onSettled: renew }))
  return {
    start: (definition, { from, to }) => { begin.mutate({ ruleId, definition, from: new Date(from), to: new Date(to) }) },
    isStarting: begin.isPending,
    cancel: (id) => { end.mutate({ id }) },
    isCancelling: end.isPending,
    failure: begin.error?.message ?? end.error?.message ?? null,
  }
}
