import * as z from 'zod'

/** instant parses an RFC 3339 time with its offset as a Date. */
export const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
