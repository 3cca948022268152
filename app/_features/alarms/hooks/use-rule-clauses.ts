'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { SPREAD } from '#server/core/condition/measure-unit.ts'
import { formatLimit } from '../../../_lib/format/numbers.ts'
import { unitLabel } from '../../../_lib/format/units.ts'
import type { AlarmDetail } from '../prepare/view.ts'

type Rule = AlarmDetail['rule']
type Params = Rule['sentence'][number]['params']

/** useRuleClauses says a rule in clauses, in the words that the editor of rules uses. */
export function useRuleClauses(): (rule: Rule, failureMode: string) => string {
  const t = useTranslations('rules.says')
  const priority = useTranslations('common.priority')
  const locale = useLocale()
  return useMemo(() => {
    const number = (value: unknown, unit: string): string => [formatLimit(Number(value ?? 0), locale), unitLabel(unit)].filter(Boolean).join(' ')
    const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
    const list = (value: unknown): string => new Intl.ListFormat(locale, { type: 'disjunction' }).format(Array.isArray(value) ? value.map(String) : [])
    const span = (amount: unknown, per: unknown): string =>
      typeof per === 'string' ? new Intl.NumberFormat(locale, { style: 'unit', unit: per, unitDisplay: 'long', maximumFractionDigits: 3 }).format(Number(amount)) : ''
    const weekday = (day: unknown): string => new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, Number(day)))
    const filled = (params: Params, rule: Rule, failureMode: string, scheduled: boolean): Record<string, string> => {
      const unit = text(params['unit'])
      const points = list(params['points'])
      const between = (name: string): string => (scheduled ? text(params[name]) : number(params[name], text(params['gateUnit'])))
      return {
        points: params['measure'] === undefined ? points : t(`subject.${(rule.measure ?? 'value') as 'value'}`, { points, text: text(params['text']) }),
        ...Object.fromEntries(['limit', 'low', 'high', 'clear', 'value'].map((name) => [name, number(params[name], unit)])),
        from: between('from'), to: between('to'), text: text(params['text']), gate: text(params['gate']), side: text(params['side']), n: text(params['n']), of: text(params['of']),
        spreads: number(params['spreads'], SPREAD), factor: number(params['factor'] ?? 1, ''), days: (Array.isArray(params['days']) ? params['days'] : []).map(weekday).join(', '),
        duration: span(params['amount'], params['per']), within: span(params['withinAmount'], params['withinPer']),
        priority: priority((text(params['priority']) || '4') as '4').toLocaleLowerCase(locale), mode: failureMode,
      }
    }
    return (rule, failureMode) => rule.sentence.map(({ key, params }) => t(key, filled(params, rule, failureMode, key === 'schedule'))).join(', ')
  }, [t, priority, locale])
}
