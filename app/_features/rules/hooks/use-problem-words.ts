'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Problem } from '../prepare/words.ts'
import { useRuleWords } from './use-rule-words.ts'

/** useProblemWords says what does not fit, in the reader's language where we have words for it, else in the definition's own. */
export function useProblemWords(): (problem: Problem) => string {
  const t = useTranslations('rules.problem')
  const { value } = useRuleWords()
  return useCallback(({ key, bound, params, message }) => {
    // The definition's keys are the messages' keys; one that is not among them is told in its own words.
    const known = (key ?? '') as 'bandEnd'
    return key !== null && t.has(known) ? t(known, { ...params, bound: bound === null ? '' : value(bound, '') }) : message
  }, [t, value])
}
