'use client'

import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { briefly } from '../prepare/kept.ts'
import type { Definition } from '../prepare/rule.ts'
import type { Preview } from '../prepare/summary.ts'

const SETTLE_MS = 350
const FRESH_MS = 5 * 60_000

/** Tried is a preview with the definition it was asked for, and whether a newer one is on its way. */
export interface Tried {
  /** The newest definition that fitted, null while there was none. */
  readonly definition: Definition | null
  readonly preview: Preview | null
  readonly isLoading: boolean
  readonly error: { readonly message: string } | null
  readonly retry: () => void
}

// Typing a number asks once, not for every digit; what does not fit is not asked for, and the last that did stays.
function useSettled(definition: Definition | null): Definition | null {
  const [settled, setSettled] = useState(definition)
  const text = JSON.stringify(definition)
  useEffect(() => {
    if (definition === null) return undefined
    const timer = setTimeout(() => { setSettled(definition) }, SETTLE_MS)
    return () => { clearTimeout(timer) }
    // The text is the definition: another object that says the same is no change.
  }, [text])
  return settled
}

/** usePreview tries a definition (null while it does not fit) on a point's last days on the server, once it has settled. */
export function usePreview(ruleId: string, definition: Definition | null, pointId: string | null, days: number): Tried {
  const trpc = useTRPC()
  const settled = useSettled(definition)
  const query = useQuery(trpc.rules.preview.queryOptions(
    settled !== null && pointId !== null ? { definition: briefly(settled), pointId, days, ruleId } : skipToken,
    { placeholderData: keepPreviousData, staleTime: FRESH_MS },
  ))
  return {
    definition: settled,
    // What is kept of another point would be another machine's picture.
    preview: query.data === undefined || query.data.pointId !== pointId ? null : query.data,
    isLoading: query.isFetching,
    error: query.error,
    retry: () => { void query.refetch() },
  }
}
