'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { BacktestSides } from '../../hooks/use-side-words.ts'
import { useRuleWords } from '../../hooks/use-rule-words.ts'
import { SIDES } from '../../prepare/backtest.ts'
import { isSame, vocabularyOf, type Definition, type RuleView } from '../../prepare/rule.ts'

interface SaidProps {
  readonly rule: RuleView
  readonly sides: BacktestSides
  /** What stands in the editor now. */
  readonly definition: Definition
}

/** Said repeats in a few words what was tried and what stands beside it, and tells when the editor says something else by now. */
export function Said({ rule, sides, definition }: SaidProps): ReactNode {
  const t = useTranslations('backtest.said')
  const words = useRuleWords()
  return (
    <div className="grid gap-1.5 text-13">
      {SIDES.map((side) => {
        const own = sides[side]
        if (own === null) return null
        const said = words.says(own, vocabularyOf(rule))
        return <p key={side} className="max-w-[90ch] text-pretty"><b className="font-mid">{sides.name(side)}:</b> {said.main}{said.more !== '' && <span className="text-fg-2">; {said.more}</span>}</p>
      })}
      {sides.tried !== null && !isSame(sides.tried, definition) && <p role="status" className="font-mid">{t('changed')}</p>}
    </div>
  )
}
