'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { readRuleShape } from '#server/core/work-orders/evidence.ts'
import { formatAge } from '../../../_lib/format/ages.ts'
import { formatSince } from '../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { useNow } from '../../../_lib/time/now.tsx'
import { useAlarmWords } from '../hooks/use-alarm-words.ts'
import type { AlarmDetail } from '../prepare/view.ts'

/** WhySentence says in a sentence or two what broke which limit, in which state of the machine, and how bad it got. */
export function WhySentence({ detail: { alarm, evidence } }: { readonly detail: AlarmDetail }): ReactNode {
  const t = useTranslations('alarms.why')
  const locale = useLocale()
  const zone = useTimeZone()
  const now = useNow()
  const { value, limit } = useAlarmWords()
  const { unit, point, direction, gateValue } = alarm
  const forMs = evidence === null ? 0 : readRuleShape(evidence.rule.definition).forMs
  const held = { held: forMs > 0 ? 'yes' : 'no', duration: formatAge(forMs, locale) }
  const gate = evidence?.gate ?? null
  const state = gate === null || gateValue === null ? { gated: 'no', gate: '', gateValue: '' } : { gated: 'yes', gate: gate.point.name, gateValue: value(gateValue, gate.point.unit) }
  const peak = evidence?.peak ?? null
  const first = alarm.silence ? t('silence', { point }) : unit === null || alarm.limit === null ? t('question', { rule: alarm.rule.name, ...held })
    : t('limit', { point, value: value(alarm.value, unit), limit: limit(alarm.limit, unit), side: t(`side.${direction}`), ...held, ...state })
  const worst = alarm.silence || unit === null || peak === null || peak.value === alarm.value ? ''
    : t('peak', { value: value(peak.value, unit), at: formatSince(Date.parse(peak.at), now, locale, zone) })
  return <p className="text-14 text-pretty">{[first, worst].filter(Boolean).join(' ')}</p>
}
