import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { holdSchema } from '#server/core/condition/hold.ts'
import { SPREAD } from '#server/core/condition/measure-unit.ts'
import { scheduleSchema } from '#server/core/condition/schedule.ts'
import { writeDays } from '../../../_lib/rules/days.ts'
import { KINDS } from '../prepare/measure.ts'
import { useRuleWords } from './use-rule-words.ts'

const IN_POINT_UNIT = ['measure.minSpread', 'measure.tolerance', 'measure.low', 'measure.high', 'measure.baseline']

/** PartWords writes a part of a rule (its hold, schedule, a level, a setting of its measure); null for what it has no words for. */
export type PartWords = (field: string, value: unknown, units: { readonly limit: string; readonly point?: string }) => string | null

/** usePartWords gives the words of a rule's parts. */
export function usePartWords(): PartWords {
  const t = useTranslations('verdicts.diff.part')
  const measure = useTranslations('rules.measure')
  const locale = useLocale()
  const words = useRuleWords()
  return useMemo(() => {
    const hold = (value: unknown): string | null => {
      const { data } = holdSchema.safeParse(value)
      if (data === undefined) return null
      return data.kind === 'samples' ? t('samples', { n: data.n, of: data.of }) : t('time', { duration: words.duration(data.ms), within: words.duration(data.withinMs) })
    }
    const schedule = (value: unknown): string | null => {
      const { data } = scheduleSchema.safeParse(value)
      return data === undefined ? null : data.map(({ days, from, to }) => t('stretch', { days: writeDays(days, locale), from, to })).join('; ')
    }
    const level = (value: unknown, unit: string): string | null => {
      const { limit, factor, priority } = value as { limit?: unknown; factor?: unknown; priority?: unknown }
      const own = typeof limit === 'number' ? words.value(limit, unit) : typeof factor === 'number' ? t('factor', { factor: words.value(factor, '') }) : null
      return own === null || typeof priority !== 'number' ? null : t('level', { limit: own, priority: words.priority(priority) })
    }
    return (field, value, units) => {
      if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
      if (field === 'hold') return hold(value)
      if (field === 'hold.ms' && typeof value === 'number') return words.duration(value)
      if (field === 'hold.kind') return t(value === 'samples' ? 'bySamples' : 'byTime')
      if (field === 'schedule') return schedule(Array.isArray(value) ? value : [value])
      if (field === 'schedule.days' && Array.isArray(value)) return writeDays(value.map(Number), locale)
      if (field === 'ladder') return level(value, units.limit)
      if (field === 'measure.kind') { const kind = KINDS.find((one) => one === value); return kind === undefined ? null : measure(`name.${kind}`) }
      if (field === 'measure.per') return measure(`field.rateUnit.${String(value) as 'hour'}`)
      if (field === 'measure.freezeAt' && typeof value === 'number') return words.value(value, SPREAD)
      return IN_POINT_UNIT.includes(field) && typeof value === 'number' ? words.value(value, units.point ?? '') : null
    }
  }, [t, measure, locale, words])
}
