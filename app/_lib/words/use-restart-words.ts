'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Outputs } from '../trpc/types.ts'

/** Restart is a moment from which a machine's baselines are learnt anew. */
export type Restart = Outputs['assets']['get']['restarts'][number]

const KNOWN = ['replace', 'lubricate', 'adjust', 'align', 'exchange', 'learn-again'] as const

/** useRestartWords says in a few words why learning began anew: what was done on what, under which order. */
export function useRestartWords(): (restart: Pick<Restart, 'activity' | 'item' | 'order'>) => string {
  const t = useTranslations('baselines.restart')
  return useCallback(({ activity, item, order }) => {
    const key = KNOWN.find((one) => one === activity.toLowerCase()) ?? 'other'
    return t(key, { item: item ?? t('machine'), order: order === null ? '' : `, ${order}` })
  }, [t])
}
