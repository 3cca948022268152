'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { FailureModeView } from '#server/core/assets/failure-mode.ts'
import type { Message } from '#server/core/kernel/message.ts'

/** ServerWords puts words that the server keeps into the reader's language; what people wrote, and what this edition does not know, stays as it is. */
export interface ServerWords {
  readonly says: (message: Message | null, plain: string) => string
  /** The failure mode's name. */
  readonly mode: (mode: Pick<FailureModeView, 'name' | 'text'>) => string
  /** What follows if the failure waits; null when nothing is known. */
  readonly consequence: (mode: Pick<FailureModeView, 'consequence' | 'text'>) => string | null
}

/** useServerWords gives the words of what the server says by key. */
export function useServerWords(): ServerWords {
  const t = useTranslations('server')
  return useMemo(() => {
    const says: ServerWords['says'] = (message, plain) => {
      if (message === null) return plain
      // The server's keys are the messages' keys; one that is not among them is caught here.
      const known = message.key as 'credit.fan.short'
      return t.has(known) ? t(known, message.params as Record<string, string | number>) : plain
    }
    return {
      says,
      mode: ({ name, text }) => says(text?.name ?? null, name),
      consequence: ({ consequence, text }) => (consequence === null ? null : says(text?.consequence ?? null, consequence)),
    }
  }, [t])
}
