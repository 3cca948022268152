import { standingOf, type RuleRow, type Standing } from './rule.ts'

/** FILTERS are what the list can be narrowed to. */
export const FILTERS = ['all', 'published', 'draft', 'retired'] as const
export type Filter = (typeof FILTERS)[number]

const RANK: Readonly<Record<Standing, number>> = { published: 0, changed: 0, draft: 1, retired: 2 }
const rank = (row: RuleRow): number => (row.openIncidents > 0 ? -1 : RANK[standingOf(row)])

const fits = (row: RuleRow, filter: Filter): boolean => {
  const standing = standingOf(row)
  switch (filter) {
    case 'all': return true
    case 'published': return standing === 'published' || standing === 'changed'
    case 'draft': return standing === 'draft' || standing === 'changed'
    case 'retired': return standing === 'retired'
  }
}

/** shownRules narrows the list by standing and by words of name, place and failure mode; those that fire now come first, retired ones last. */
export function shownRules(rows: readonly RuleRow[], filter: Filter, query: string): readonly RuleRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const text = (row: RuleRow): string => [row.name, row.className, row.assetTag, row.definition?.failureMode, ...(row.definition?.points ?? [])].join(' ').toLowerCase()
  return rows.filter((row) => fits(row, filter) && words.every((word) => text(row).includes(word))).toSorted((a, b) => rank(a) - rank(b))
}
