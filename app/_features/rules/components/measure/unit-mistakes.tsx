'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { unitMistakes } from '#server/core/condition/unit-mistakes.ts'
import { unitLabel } from '../../../../_lib/format/units.ts'

/** UnitMistakes names the units that values may have been sent in by mistake; where there is none, it says that the rule could never fire. */
export function UnitMistakes({ unit }: { readonly unit: string }): ReactNode {
  const t = useTranslations('rules.measure.field')
  const locale = useLocale()
  const others = unitMistakes(unit).map((mistake) => unitLabel(mistake.unit))
  if (others.length === 0) return <p role="status" className="max-w-[60ch] text-12 font-mid before:me-1.5 before:font-strong before:content-['!']">{t('noMistakes', { unit: unitLabel(unit) })}</p>
  return <p className="max-w-[60ch] text-12 text-fg-2">{t('mistakes', { unit: unitLabel(unit), others: new Intl.ListFormat(locale, { type: 'disjunction' }).format(others) })}</p>
}
