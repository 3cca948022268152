'use client'

import { useTranslations } from 'next-intl'
import type { OwnLimitProblem } from '#server/core/condition/own-limits.ts'
import { useRuleWords } from '../../../_lib/rules/use-rule-words.ts'

/** useProblemWords says what is wrong with a machine's own limits, in the reader's language. */
export function useProblemWords(): (problem: OwnLimitProblem) => string {
  const own = useTranslations('ownLimits.problem')
  const rules = useTranslations('rules.problem')
  const { value } = useRuleWords()
  return ({ key, bound, message }) => {
    const params = { bound: bound === null ? '' : value(bound, '') }
    // The keys of both lists are the messages' keys; one that is in neither is told in its own words.
    if (own.has(key as 'same')) return own(key as 'bands', params)
    return rules.has(key as 'bandEnd') ? rules(key as 'bandEnd', params) : message
  }
}
