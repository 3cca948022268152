'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { FailureModeView } from '#server/core/assets/failure-mode.ts'
import { formatLimit, formatNumber } from '../../../_lib/format/numbers.ts'
import { unitLabel } from '../../../_lib/format/units.ts'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'

/** NamedAlarm is what an alarm is called by. */
export interface NamedAlarm {
  readonly asset: { readonly tag: string; readonly name: string }
  readonly failureMode: FailureModeView | null
}

/** AlarmWords puts an alarm into the reader's language. */
export interface AlarmWords {
  /** What is wrong: the failure mode, else the rule. */
  readonly what: (alarm: NamedAlarm, rule: string | null) => string
  /** The machine and what is wrong, in one line. */
  readonly title: (alarm: NamedAlarm, rule: string | null) => string
  readonly value: (value: number, unit: string) => string
  readonly limit: (value: number, unit: string) => string
  readonly who: (name: string | null) => string
}

/** useAlarmWords gives the words of alarms. */
export function useAlarmWords(): AlarmWords {
  const system = useTranslations('workOrder.event')('system')
  const server = useServerWords()
  const locale = useLocale()
  return useMemo(() => {
    const what: AlarmWords['what'] = ({ failureMode }, rule) => (failureMode === null ? (rule ?? '') : server.mode(failureMode))
    const withUnit = (text: string, unit: string): string => [text, unitLabel(unit)].filter(Boolean).join(' ')
    return {
      what,
      title: (alarm, rule) => [alarm.asset.tag, what(alarm, rule)].filter(Boolean).join(' '),
      value: (value, unit) => withUnit(formatNumber(value, locale), unit),
      limit: (value, unit) => withUnit(formatLimit(value, locale), unit),
      who: (name) => name ?? system,
    }
  }, [system, server, locale])
}
