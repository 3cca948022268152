'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { addDays } from '#server/core/kernel/local-day.ts'
import { formatAge } from '../../../_lib/format/ages.ts'
import { formatDay } from '../../../_lib/format/moments.ts'
import type { Figures } from '../prepare/precision.ts'

/** FigureWords writes what verdicts come to in the reader's language; what is not known says so instead of showing a number. */
export interface FigureWords {
  readonly share: (share: number | null) => string
  /** Where a share lies with 95 % confidence. */
  readonly range: (interval: Figures['interval']) => string
  readonly verdicts: (n: number) => string
  /** A share with its interval and how many verdicts it stands on, in one sentence. */
  readonly precision: (figures: Pick<Figures, 'precision' | 'interval' | 'n'>) => string
  readonly rate: (perMonth: number | null) => string
  /** A lead time (ms); one below zero came too late. */
  readonly lead: (ms: number | null) => string
  readonly money: (amount: string, currency: string) => string
  readonly hours: (ms: number) => string
  readonly window: (window: { readonly from: string; readonly to: string }) => string
}

const HOUR_MS = 3_600_000
const NO_CURRENCY = 'XXX'

/** useFigureWords gives the words of what verdicts come to. */
export function useFigureWords(): FigureWords {
  const t = useTranslations('verdicts.words')
  const locale = useLocale()
  return useMemo(() => {
    const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, maximumSignificantDigits: 3 })
    const share: FigureWords['share'] = (value) => (value === null ? t('unknown') : percent.format(value))
    const range: FigureWords['range'] = (interval) => (interval === null ? '' : t('range', { low: percent.format(interval.low), high: percent.format(interval.high) }))
    const verdicts = (n: number): string => t('verdicts', { count: n })
    return {
      share, range, verdicts,
      precision: ({ precision, interval, n }) => (precision === null ? t('none') : t('precision', { share: share(precision), range: range(interval), verdicts: verdicts(n) })),
      rate: (perMonth) => (perMonth === null ? t('unknown') : number.format(perMonth)),
      lead: (ms) => (ms === null ? t('unknown') : ms < 0 ? t('late', { age: formatAge(-ms, locale) }) : formatAge(ms, locale)),
      money: (amount, currency) => (currency === NO_CURRENCY ? number.format(Number(amount)) : new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amount))),
      hours: (ms) => t('hours', { hours: number.format(ms / HOUR_MS) }),
      window: ({ from, to }) => t('window', { from: formatDay(from, locale), to: formatDay(addDays(to, -1), locale) }),
    }
  }, [t, locale])
}
