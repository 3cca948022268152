'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRuleWords } from '../../hooks/use-rule-words.ts'
import type { Preview } from '../../prepare/summary.ts'

/** IsoHere says which limits the standard gives the machine of the trial, or why it gives none and what to do about it. */
export function IsoHere({ preview }: { readonly preview: Preview | null }): ReactNode {
  const t = useTranslations('rules.measure.iso')
  const trouble = useTranslations('rules.trouble')
  const words = useRuleWords()
  if (preview === null) return <p className="max-w-[60ch] text-12 text-fg-2">{t('hereUnknown')}</p>
  if (preview.problem !== null) {
    return <p role="status" className="max-w-[60ch] text-12 font-mid before:me-1.5 before:font-strong before:content-['!']">{t('hereCannot')} {trouble(`${preview.problem}.why`)} {trouble(`${preview.problem}.do`)}</p>
  }
  const [warning, danger] = preview.levels.map((level) => words.value(level.limit ?? Number.NaN, preview.unit))
  return <p role="status" className="max-w-[60ch] text-12">{t('here', { warning: warning ?? '', danger: danger ?? '', levels: danger === undefined ? 'one' : 'two' })}</p>
}
