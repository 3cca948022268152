import * as z from 'zod'
import { DAY_MS } from '../kernel/time.ts'

/** LINK_DAYS is how long a contractor's link opens unless somebody says otherwise, and at most. */
export const LINK_DAYS = { usual: 7, most: 90 } as const

/** newContractorLink parses what a link is made for: one order, one name, so many days. */
export const newContractorLink = z.object({
  orderId: z.uuid(), name: z.string().trim().min(2).max(100), days: z.int().min(1).max(LINK_DAYS.most).default(LINK_DAYS.usual),
})
/** NewContractorLink is a link that is asked for. */
export type NewContractorLink = z.infer<typeof newContractorLink>

/** expiryOf is when a link made now ends. */
export const expiryOf = (days: number, now: Date): Date => new Date(now.getTime() + days * DAY_MS)

/** LinkState is whether a link opens. */
export type LinkState = 'open' | 'expired' | 'revoked'

/** linkState tells whether a link opens at a time. */
export const linkState = (link: { readonly expiresAt: Date; readonly revokedAt: Date | null }, now: Date): LinkState =>
  link.revokedAt !== null ? 'revoked' : link.expiresAt <= now ? 'expired' : 'open'

/** MOST_FILES is how many files may come with one message. */
export const MOST_FILES = 5

const words = z.string().transform((text) => text.replaceAll('\r\n', '\n').trim()).pipe(z.string().max(4000))

/** readWord reads what a contractor says; null when it is too long. */
export const readWord = (text: string): string | null => words.safeParse(text).data ?? null
