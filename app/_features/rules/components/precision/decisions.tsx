'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Timestamp } from '../../../../_ui/time.tsx'
import { useDiffWords } from '../../hooks/use-diff-words.ts'
import { asDifference, type ProposalsView } from '../../prepare/proposals.ts'
import { gateUnitOf, unitOf, vocabularyOf, type RuleView } from '../../prepare/rule.ts'

/** Decisions are what people decided about earlier proposals, and why. */
export function Decisions({ rule, decisions }: { readonly rule: RuleView; readonly decisions: ProposalsView['decisions'] }): ReactNode {
  const t = useTranslations('verdicts.proposal')
  const vocabulary = vocabularyOf(rule)
  const words = useDiffWords(vocabulary)
  if (decisions.length === 0) return null
  const units = rule.definition === null ? { limit: '', gate: '' } : { limit: unitOf(rule.definition, vocabulary), gate: gateUnitOf(rule.definition, vocabulary) }
  return (
    <div>
      <h3 className="text-12 text-fg-2">{t('earlier')}</h3>
      <ul className="mt-1 grid gap-1.5">
        {decisions.map((one) => {
          const difference = asDifference(one.change, rule.definition)
          return (
            <li key={`${one.versionId} ${one.key}`}>
              {t('change', { what: words.field(difference, units), from: words.value(difference, 'before', units), to: words.value(difference, 'after', units) })}
              <span className="text-fg-2">
                {' '}{t(`decision.${one.decision}`, { by: one.by ?? t('somebody'), version: one.draftVersion ?? 0 })}{one.reason !== null && <>: {one.reason}</>}, <Timestamp at={one.at} style="short" className="num" />
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
