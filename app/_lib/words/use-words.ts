'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { toPriority } from '../priority.ts'

/** usePriorityWords gives the words of a priority mark for screen readers, such as "Priority 2, High, acknowledged". */
export function usePriorityWords(): (priority: number, acknowledged?: boolean) => string {
  const t = useTranslations('common')
  return useCallback((priority, acknowledged = false) => {
    const level = toPriority(priority)
    return t('priorityMark', { level, word: t(`priority.${level}`), acknowledged: String(acknowledged) })
  }, [t])
}
