'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { addDays, type LocalDay } from '#server/core/kernel/local-day.ts'
import type { Outcome } from '#server/core/verdicts/call.ts'
import { formatDay } from '../../../_lib/format/moments.ts'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { Button } from '../../../_ui/button.tsx'
import type { Filters, RaisedBy } from '../prepare/filters.ts'
import type { OrderPage } from '../prepare/view.ts'

interface RaisedNoteProps {
  readonly filters: Filters
  /** What the server calls the things that are named by their ids; null while unknown. */
  readonly names: OrderPage['raised']
  readonly onClear: () => void
}

const whole = ({ from, to }: RaisedBy): { from: LocalDay; to: LocalDay } | null => (from === null || to === null ? null : { from, to: addDays(to, -1) })

/** RaisedNote says to which rule's orders the list is narrowed, where a figure of its precision led here, and leads back to all of them. */
export function RaisedNote({ filters, names, onClear }: RaisedNoteProps): ReactNode {
  const t = useTranslations('verdicts.raised')
  const locale = useLocale()
  const words = useOrderWords()
  const days = whole(filters)
  const list = (outcomes: readonly Outcome[]): string => new Intl.ListFormat(locale, { type: 'disjunction' }).format(outcomes.map((outcome) => words.verdict(outcome).toLocaleLowerCase(locale)))
  const parts = [
    filters.rule === null ? t('any') : names?.ruleName == null ? t('someRule') : t('rule', { name: names.ruleName }),
    filters.version !== null && names?.version != null && t('version', { version: names.version }),
    filters.class !== null && (names?.className == null ? t('someClass') : t('class', { name: names.className })),
    filters.asset !== null && names?.assetTag != null && t('machine', { tag: names.assetTag }),
    days !== null && t('between', { from: formatDay(days.from, locale), to: formatDay(days.to, locale) }),
    filters.outcome !== null && t('outcome', { list: list(filters.outcome) }),
  ]
  return (
    <div role="status" className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border border-line bg-surface px-3.5 py-2 text-13">
      <p className="max-w-[90ch] text-pretty">{parts.filter(Boolean).join(', ')}</p>
      <Button size="sm" onPress={onClear}>{t('all')}</Button>
    </div>
  )
}
