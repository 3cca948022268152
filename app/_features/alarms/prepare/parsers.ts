import { createLoader, createParser, parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import * as z from 'zod/mini'
import { KINDS, STATES, TABS } from './filters.ts'

const uuid = z.uuid()
// An address that somebody cut short narrows nothing, rather than asking the server for nonsense.
const parseAsId = createParser<string>({ parse: (text) => (uuid.safeParse(text).success ? text : null), serialize: String })
const parseAsPriority = createParser<number>({ parse: (text) => (/^[1-4]$/.test(text) ? Number(text) : null), serialize: String })

/** filterParsers read and write the page's filters in the address. */
export const filterParsers = {
  tab: parseAsStringLiteral(TABS).withDefault('standing'),
  state: parseAsStringLiteral(STATES),
  priority: parseAsPriority,
  site: parseAsId,
  place: parseAsId,
  asset: parseAsId,
  kind: parseAsStringLiteral(KINDS),
  q: parseAsString.withDefault(''),
  cursor: parseAsString,
  alarm: parseAsId,
  hours: parseAsInteger.withDefault(24),
}

/** filtersOf reads the filters of a page's address on the server. */
export const filtersOf = createLoader(filterParsers)
