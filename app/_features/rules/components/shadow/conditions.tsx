'use client'

import { Check, Circle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFigureWords } from '../../hooks/use-figure-words.ts'
import { isMet, type ShadowView } from '../../prepare/shadow.ts'

type Condition = ShadowView['conditions'][number]

/** Conditions say part by part whether a shadow's criteria are met. They advise: a person promotes. */
export function Conditions({ view }: { readonly view: ShadowView }): ReactNode {
  const t = useTranslations('verdicts.shadow')
  const words = useFigureWords()
  const says = ({ key, have, need }: Condition): string => {
    switch (key) {
      case 'days': return t('condition.days', { have: have ?? 0, need })
      case 'unjudged': return t('condition.unjudged', { have: have ?? 0 })
      case 'rate': return have === null ? t('condition.rateUnknown', { need: words.rate(need) }) : t('condition.rate', { have: words.rate(have), need: words.rate(need) })
      case 'judged': return t('condition.judged', { have: have ?? 0, need })
      case 'precision': return t('condition.precision', { have: words.share(have), need: words.share(need) })
    }
  }
  return (
    <div className="grid content-start gap-1.5">
      <p className="font-mid">{t(view.conditions.length === 0 ? 'met.none' : isMet(view) ? 'met.yes' : 'met.no', { met: view.conditions.filter(({ met }) => met).length, all: view.conditions.length })}</p>
      <ul className="grid gap-1">
        {view.conditions.map((condition) => (
          <li key={condition.key} className="flex items-start gap-2">
            <span className="mt-[3px] text-fg-2">{condition.met ? <Check size={14} strokeWidth={2} aria-hidden /> : <Circle size={14} strokeWidth={1.5} aria-hidden />}</span>
            <span><span className="sr-only">{t(condition.met ? 'isMet' : 'isNotMet')} </span>{says(condition)}</span>
          </li>
        ))}
      </ul>
      <p className="text-12 text-fg-2">{t('advice')}</p>
    </div>
  )
}
