import * as z from 'zod/mini'
import { OUTCOMES } from '#server/core/verdicts/call.ts'
import { createLoader, createParser, parseAsArrayOf, parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { SCOPES, SORTS, SOURCES, STAGES } from './filters.ts'

// An address that somebody cut short narrows nothing, rather than asking the server for nonsense.
const checked = (schema: z.ZodMiniType<string>) => createParser<string>({ parse: (text) => (schema.safeParse(text).success ? text : null), serialize: String })
const parseAsId = checked(z.uuid())
const parseAsDay = checked(z.iso.date())

/** filterParsers read and write the list's filters in the address. */
export const filterParsers = {
  stage: parseAsStringLiteral(STAGES).withDefault('open'),
  scope: parseAsStringLiteral(SCOPES).withDefault('everyone'),
  source: parseAsStringLiteral(SOURCES),
  priority: parseAsInteger,
  q: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(SORTS).withDefault('priority'),
  cursor: parseAsString,
  rule: parseAsId,
  version: parseAsId,
  class: parseAsId,
  asset: parseAsId,
  outcome: parseAsArrayOf(parseAsStringLiteral(OUTCOMES)),
  from: parseAsDay,
  to: parseAsDay,
}

/** filtersOf reads the filters of a page's address on the server. */
export const filtersOf = createLoader(filterParsers)
