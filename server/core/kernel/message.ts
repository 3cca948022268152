import * as z from 'zod'

/** message parses words that the system wrote: a message key with its parameters, for the reader's language. */
export const message = z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) })
export type Message = z.infer<typeof message>

/** readMessage reads a stored message; null when there is none, so that the plain English beside it stands. */
export const readMessage = (stored: unknown): Message | null => message.safeParse(stored).data ?? null
