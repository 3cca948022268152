'use client'

import { debounce, useQueryStates } from 'nuqs'
import type { Filters } from '../prepare/filters.ts'
import { filterParsers } from '../prepare/parsers.ts'

/** useFilters keeps the list's filters, order and place in the address, so that a link shares the view; every change goes back to the first page. */
export function useFilters(): readonly [Filters, (change: Partial<Filters>) => void] {
  const [filters, set] = useQueryStates(filterParsers, { history: 'push' })
  return [filters, (change) => {
    const typing = change.q !== undefined
    void set({ cursor: null, ...change }, typing ? { limitUrlUpdates: debounce(300), history: 'replace' } : {})
  }]
}
