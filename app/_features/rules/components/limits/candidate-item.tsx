'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../../_lib/site/zone.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { useFigureWords } from '../../hooks/use-figure-words.ts'
import { useRuleWords } from '../../hooks/use-rule-words.ts'
import { isSame, vocabularyOf, type Definition, type RuleView } from '../../prepare/rule.ts'
import { withCandidate, type Candidate } from '../../prepare/limits.ts'

interface CandidateItemProps {
  readonly rule: RuleView
  readonly definition: Definition
  readonly candidate: Candidate
  readonly onTake: () => void
}

/** CandidateItem is one proposed limit as the rule would say it, on what it rests, the false calls it would have made, and the press that puts it into the draft. */
export function CandidateItem({ rule, definition, candidate, onTake }: CandidateItemProps): ReactNode {
  const t = useTranslations('backtest.limits')
  const locale = useLocale()
  const zone = useTimeZone()
  const words = useRuleWords()
  const figures = useFigureWords()
  const next = withCandidate(definition, candidate)
  const said = words.says(next, vocabularyOf(rule))
  return (
    <section aria-label={t(`basisOf.${candidate.basis}`)} className="rounded-lg border border-line px-3.5 py-2.5">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <h3 className="font-strong">{said.main}</h3>
          {said.more !== '' && <p className="text-12 text-pretty text-fg-2">{said.more}</p>}
          <p className="mt-1 text-12 text-fg-2">{candidate.recommended && <b className="font-mid text-fg">{t('recommended')} </b>}{t(`basisOf.${candidate.basis}`)}</p>
          <p className="mt-1">{t('falseCalls', { count: candidate.falseCalls })}{candidate.perMonth !== null && candidate.falseCalls > 0 && <>, {t('perMonth', { rate: figures.rate(candidate.perMonth) })}</>}.</p>
          {candidate.at.length > 0 && (
            <details>
              <summary className="touch flex min-h-6 cursor-pointer items-center text-12 text-fg-2 underline">{t('when')}</summary>
              <p className="num text-12">{candidate.at.map((at) => formatMoment(at, 'short', locale, zone)).join(' · ')}</p>
            </details>
          )}
        </div>
        {isSame(next, definition)
          ? <p className="text-12 text-fg-2">{t('isTaken')}</p>
          : <Button size="sm" variant={candidate.recommended ? 'primary' : 'plain'} aria-label={t('takeOf', { limit: t(`basisOf.${candidate.basis}`) })} onPress={onTake}>{t('take')}</Button>}
      </div>
    </section>
  )
}
