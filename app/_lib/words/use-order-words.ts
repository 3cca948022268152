'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { effect, holdReason, WORK_ORDER_STATUSES, workOrderKind, workOrderSource } from '#server/core/work-orders/enums.ts'
import { DOWNTIME_REASONS } from '#server/core/work-orders/downtime.ts'
import { EMERGENCY_TITLE } from '#server/core/work-orders/unplanned.ts'
import { VERDICTS } from '#server/core/work-orders/verdict.ts'
import { TICKET_KINDS } from '#server/core/work-orders/ticket-kind.ts'
import type { OrderText } from '#server/core/work-orders/ticket-text.ts'
import { formatAge } from '../format/ages.ts'
import { formatLimit, formatNumber } from '../format/numbers.ts'
import { unitLabel } from '../format/units.ts'

/** OrderWords puts what is stored of an order into the reader's language; what is not known is shown as it is stored. */
export interface OrderWords {
  readonly status: (status: string) => string
  readonly kind: (kind: string) => string
  readonly source: (source: string) => string
  readonly hold: (reason: string) => string
  readonly effect: (effect: string) => string
  /** A reason for a standstill; one of the organization's own is shown as it is written. */
  readonly downtime: (reason: string) => string
  /** A verdict, or "unverified" for none. */
  readonly verdict: (verdict: string) => string
  readonly activity: (code: string) => string
  /** The order's title: in the reader's language when the system wrote it. */
  readonly title: (order: { readonly title: string; readonly text: OrderText | null }) => string
  /** What the order says beside its title, in the same way; null when it says nothing. */
  readonly description: (order: { readonly description: string | null; readonly text: OrderText | null }) => string | null
}

// What is measured of a point where that is not its value.
const SUBJECTS = ['rate', 'deviation', 'expression', 'stuck', 'noisy', 'quiet', 'clipping'] as const
const one = <Known extends string>(list: readonly Known[], value: string): Known | undefined => list.find((known) => known === value)

/** useOrderWords gives the words of work orders. */
export function useOrderWords(): OrderWords {
  const t = useTranslations('orders')
  const locale = useLocale()
  const unverified = useTranslations('verdicts.outcome')('unverified')
  return useMemo(() => {
    const title: OrderWords['title'] = ({ title: plain, text }) => {
      if (text?.title.key === EMERGENCY_TITLE) return t('emergency', { machine: `${String(text.title.params['assetTag'] ?? '')} ${String(text.title.params['assetName'] ?? '')}`.trim() })
      const kind = one(TICKET_KINDS, text?.title.key.replace(/^ticket\.title\./, '') ?? '')
      if (kind === undefined || text === null) return plain
      const { assetTag = '', assetName = '', pointName = '', ruleName = '' } = text.title.params
      return t(`title.${kind}`, { machine: `${String(assetTag)} ${String(assetName)}`.trim(), point: String(pointName), rule: String(ruleName) })
    }
    const measured = (value: unknown, unit: unknown, write = formatNumber): string => `${write(Number(value), locale)} ${unitLabel(String(unit ?? ''))}`.trim()
    const description: OrderWords['description'] = ({ description: plain, text }) => {
      const kind = one(TICKET_KINDS, text?.description.key.replace(/^ticket\.description\./, '') ?? '')
      if (kind === undefined || text === null) return plain
      const { pointName, unit, ruleName, ruleVersion, value, limit, forMs, gateName, gateUnit, gateValue } = text.description.params
      const held = Number(forMs ?? 0) > 0
      const subject = one(SUBJECTS, kind)
      const named = { point: String(pointName ?? ''), rule: String(ruleName ?? '') }
      return t(`description.${kind === 'no-data' ? 'silent' : unit === null || kind === 'silence' ? 'found' : 'measured'}`, {
        point: subject === undefined ? named.point : t(`subject.${subject}`, named),
        value: measured(value, unit), limit: measured(limit, unit, formatLimit), held: String(held), duration: held ? formatAge(Number(forMs), locale) : '',
        gated: String(gateName != null && gateValue != null), gate: gateName == null ? '' : `${String(gateName)} ${measured(gateValue, gateUnit)}`,
        rule: String(ruleName ?? ''), version: String(ruleVersion ?? ''),
      })
    }
    return {
      status: (value) => { const known = one(WORK_ORDER_STATUSES, value); return known ? t(`status.${known}`) : value },
      kind: (value) => { const known = one(workOrderKind.options, value); return known ? t(`kind.${known}`) : value },
      source: (value) => { const known = one(workOrderSource.options, value); return known ? t(`source.${known}`) : value },
      hold: (value) => { const known = one(holdReason.options, value); return known ? t(`hold.${known}`) : value },
      downtime: (value) => { const known = one(DOWNTIME_REASONS, value); return known ? t(`downtime.${known}`) : value },
      effect: (value) => { const known = one(effect.options, value); return known ? t(`effect.${known}`) : value },
      verdict: (value) => { const known = one(VERDICTS, value); return known ? t(`verdict.${known}`) : value === 'unverified' ? unverified : value },
      activity: (code) => { const key = `activity.${code.toLowerCase()}` as 'activity.clean'; return t.has(key) ? t(key) : code },
      title,
      description,
    }
  }, [t, unverified, locale])
}
