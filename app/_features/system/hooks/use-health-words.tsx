'use client'

import { useTranslations } from 'next-intl'
import { useCallback, type ReactNode } from 'react'
import { Term } from '../../../_ui/term.tsx'
import { termOf, type Sentence } from '../prepare/health.ts'

/** HealthWords is a sentence about the system, and what to do about it (null when nothing is to be done). */
export interface HealthWords {
  readonly says: ReactNode
  readonly todo: string | null
}

/** useHealthWords puts the server's findings into words; an unknown one is still told, by its key and figures. */
export function useHealthWords(): (sentence: Sentence) => HealthWords {
  const t = useTranslations('system')
  return useCallback(({ key, params, todo }) => {
    // The server's keys are the messages' keys; one that is not among them is caught here.
    const path = (full: string) => full.replace(/^system\./, '') as 'worker.ok'
    const term = termOf(key)
    const tags = { term: (chunks: ReactNode) => (term === null ? chunks : <Term term={term}>{chunks}</Term>) }
    return {
      says: t.has(path(key)) ? t.rich(path(key), { ...params, ...tags }) : [key, ...Object.values(params)].join(' '),
      todo: todo !== null && t.has(path(todo)) ? t(path(todo)) : null,
    }
  }, [t])
}
