import { TRPCClientError, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import type { AppRouter } from '#server/api/trpc/routers/index.ts'
import type { Message } from '#server/core/kernel/message.ts'

/** ErrorWords puts the words of an error into the reader's language; `plain` are the server's own. */
export type ErrorWords = (text: Message | null, plain: string) => string

/** errorLink lets every error speak the reader's language, wherever it is shown; `words` is asked each time, since the language can change. */
export const errorLink = (words: ErrorWords): TRPCLink<AppRouter> => () => ({ op, next }) =>
  observable((observer) => next(op).subscribe({
    next: (value) => { observer.next(value) },
    complete: () => { observer.complete() },
    error: (error) => {
      if (error instanceof TRPCClientError && error.data) error.message = words((error.data as { text?: Message | null }).text ?? null, error.message)
      observer.error(error)
    },
  }))
