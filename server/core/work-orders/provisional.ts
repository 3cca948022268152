import * as z from 'zod'

const PATTERN = /^T-[0-9A-Z]{2,8}-\d{1,6}$/

/** provisionalNumber parses the number that a tablet gives an order before the server has heard of it: T, the tablet's name and its own count, such as T-7F3K-12. */
export const provisionalNumber = z.string().trim().toUpperCase().regex(PATTERN, 'A provisional number looks like T-7F3K-12.')

/** parseProvisional reads a provisional number in either case; null for anything else. */
export function parseProvisional(text: string): string | null {
  const parsed = provisionalNumber.safeParse(text)
  return parsed.success ? parsed.data : null
}
