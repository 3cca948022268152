'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ShareBar } from '../../../_ui/charts/share-bar.tsx'
import { Link } from '../../../_ui/link.tsx'
import { useFigureWords } from '../hooks/use-figure-words.ts'
import type { Figures } from '../prepare/precision.ts'
import type { RuleRow } from '../prepare/rule.ts'

/** RulePrecision is how often a rule of the list was right, with how sure that is; it leads to its verdicts. Nothing is shown until it is known. */
export function RulePrecision({ rule, figures }: { readonly rule: RuleRow; readonly figures: Figures | undefined }): ReactNode {
  const t = useTranslations('verdicts.list')
  const words = useFigureWords()
  if (figures === undefined) return <span className="max-lg:hidden" />
  if (figures.calls === 0) return <p className="text-12 text-fg-2 max-lg:hidden">{t('noOrders')}</p>
  return (
    <p className="text-12 text-fg-2 max-lg:col-start-2">
      <Link href={`/rules/${rule.id}?tab=precision`} plain className="touch inline-flex min-h-6 flex-wrap items-center gap-x-2 !text-fg-2" aria-label={t('label', { name: rule.name, precision: words.precision(figures) })}>
        <span className="font-mid text-fg">{figures.precision === null ? t('unverified', { count: figures.outcomes.unverified }) : words.share(figures.precision)}</span>
        {figures.precision !== null && <ShareBar share={figures.precision} interval={figures.interval} className="h-3 w-[72px]" />}
        <span className="lg:block">{figures.precision !== null && words.verdicts(figures.n)}</span>
      </Link>
    </p>
  )
}
