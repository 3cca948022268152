'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useServerWords } from '../words/use-server-words.ts'
import { ruleWords, type RuleWords } from './rule-words.ts'

/** useRuleWords gives the words of rules. */
export function useRuleWords(): RuleWords {
  const t = useTranslations('rules')
  const common = useTranslations('common.priority')
  const server = useServerWords()
  const locale = useLocale()
  return useMemo(() => ruleWords(t, common, locale, server.mode), [t, common, locale, server])
}
