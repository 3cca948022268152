'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { formatMoment } from '../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import type { JournalEntry } from '../prepare/view.ts'
import { useAlarmWords } from './use-alarm-words.ts'

const TYPES = [
  'activated', 'returned', 'escalated', 'acknowledged', 'shelved', 'unshelved', 'suppressed', 'unsuppressed', 'taken-out-of-service', 'returned-to-service', 'folded', 'unfolded',
] as const

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** useJournalWords tells an entry of an alarm's journal in a sentence; what this edition does not know is shown as it is stored. */
export function useJournalWords(): (entry: JournalEntry) => string {
  const t = useTranslations('alarms.happened')
  const locale = useLocale()
  const zone = useTimeZone()
  const { who } = useAlarmWords()
  return useCallback(({ type, actorType, actorName, data }) => {
    const known = TYPES.find((one) => one === type)
    if (known === undefined) return type
    const until = typeof data['until'] === 'string' ? formatMoment(Date.parse(data['until']), 'short', locale, zone) : ''
    const bySystem = actorType === 'system' && known === 'shelved' ? 'shelvedBySystem' : actorType === 'system' && known === 'taken-out-of-service' ? 'outBySystem' : known
    return t(bySystem, { who: who(actorName), priority: text(data['priority']), until, reason: text(data['reason']), cause: text(data['cause']) })
  }, [t, locale, zone, who])
}
