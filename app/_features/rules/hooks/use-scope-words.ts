'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { RuleRow } from '../prepare/rule.ts'

/** useScopeWords names whom a rule concerns: every machine of a class, or one machine. */
export function useScopeWords(): (rule: Pick<RuleRow, 'className' | 'assetTag'>) => string {
  const t = useTranslations('rules.sentence')
  return useCallback(({ className, assetTag }) => (className === null ? t('scopeMachine', { tag: assetTag ?? '' }) : t('scopeClass', { name: className })), [t])
}
