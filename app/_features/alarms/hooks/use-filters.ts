'use client'

import { debounce, useQueryStates } from 'nuqs'
import type { Filters } from '../prepare/filters.ts'
import { filterParsers } from '../prepare/parsers.ts'

const NARROWS: readonly (keyof Filters)[] = ['tab', 'state', 'priority', 'site', 'place', 'asset', 'kind', 'q']

/** useFilters keeps the page's view, filters, place and chosen alarm in the address, so that a link shares the view; what narrows the list goes back to its first page. */
export function useFilters(): readonly [Filters, (change: Partial<Filters>) => void] {
  const [filters, set] = useQueryStates(filterParsers, { history: 'push' })
  return [filters, (change) => {
    const typing = change.q !== undefined && Object.keys(change).length === 1
    const first = NARROWS.some((name) => name in change) ? { cursor: null } : {}
    void set({ ...first, ...change }, typing ? { limitUrlUpdates: debounce(300), history: 'replace' } : {})
  }]
}
