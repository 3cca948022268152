import { createLoader, parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { SCOPES, SORTS, SOURCES, STAGES } from './filters.ts'

/** filterParsers read and write the list's filters in the address. */
export const filterParsers = {
  stage: parseAsStringLiteral(STAGES).withDefault('open'),
  scope: parseAsStringLiteral(SCOPES).withDefault('everyone'),
  source: parseAsStringLiteral(SOURCES),
  priority: parseAsInteger,
  q: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(SORTS).withDefault('priority'),
  cursor: parseAsString,
}

/** filtersOf reads the filters of a page's address on the server. */
export const filtersOf = createLoader(filterParsers)
