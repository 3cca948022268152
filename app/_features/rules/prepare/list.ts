import { sortedRules } from './board.ts'
import type { BoardRule } from './precision.ts'
import { standingOf, type RuleRow, type Standing } from './rule.ts'

/** FILTERS are what the list can be narrowed to. */
export const FILTERS = ['all', 'published', 'watched', 'draft', 'retired'] as const
export type Filter = (typeof FILTERS)[number]

const RANK: Readonly<Record<Standing, number>> = { published: 0, changed: 0, watched: 1, draft: 2, retired: 3 }
const rank = (row: RuleRow): number => (row.openIncidents > 0 ? -1 : RANK[standingOf(row)])

const fits = (row: RuleRow, filter: Filter): boolean => {
  const standing = standingOf(row)
  switch (filter) {
    case 'all': return true
    case 'published': return standing === 'published' || standing === 'changed'
    case 'watched': return row.shadowVersion !== null
    case 'draft': return standing === 'draft' || standing === 'changed'
    case 'retired': return standing === 'retired'
  }
}

/** LIST_SORTS are what the list can be sorted by: those that fire now first, the newest firing first, and as the board does, the worst first. */
export const LIST_SORTS = ['standing', 'fired', 'precision', 'false', 'name'] as const
export type ListSort = (typeof LIST_SORTS)[number]

/** sortedList puts the list in order; the board's figures are there once they have come. */
export function sortedList(rows: readonly RuleRow[], sort: ListSort, figures: ReadonlyMap<string, BoardRule>): readonly RuleRow[] {
  switch (sort) {
    case 'standing': return rows
    case 'name': return rows.toSorted((a, b) => a.name.localeCompare(b.name))
    case 'fired': return rows.toSorted((a, b) => (b.lastFiredAt ?? '').localeCompare(a.lastFiredAt ?? ''))
    case 'precision': case 'false': {
      const place = new Map(sortedRules([...figures.values()], sort).map(({ id }, index) => [id, index]))
      return rows.toSorted((a, b) => (place.get(a.id) ?? Infinity) - (place.get(b.id) ?? Infinity))
    }
  }
}

/** shownRules narrows the list by standing and by words of name, place and failure mode; those that fire now come first, retired ones last. */
export function shownRules(rows: readonly RuleRow[], filter: Filter, query: string): readonly RuleRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const text = (row: RuleRow): string => [row.name, row.className, row.assetTag, row.definition?.failureMode, ...(row.definition?.points ?? [])].join(' ').toLowerCase()
  return rows.filter((row) => fits(row, filter) && words.every((word) => text(row).includes(word))).toSorted((a, b) => rank(a) - rank(b))
}
