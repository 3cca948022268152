'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMay } from '../../../_lib/me/use-me.ts'
import { useRuleWords } from '../../../_lib/rules/use-rule-words.ts'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Link } from '../../../_ui/link.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Term } from '../../../_ui/term.tsx'
import { vocabularyOf, type AssetDetail } from '../prepare/points.ts'

/** AssetRules lists the rules in force on the machine in a few words; one that cannot be judged says why, and what to do. */
export function AssetRules({ detail }: { readonly detail: AssetDetail }): ReactNode {
  const t = useTranslations('assets.rules')
  const trouble = useTranslations('rules.trouble')
  const words = useRuleWords()
  const locale = useLocale()
  const may = useMay()
  const vocabulary = vocabularyOf(detail)
  const named = (codes: readonly string[]): string => new Intl.ListFormat(locale).format(codes.map((code) => vocabulary.points.find((point) => point.code === code)?.name ?? code))
  if (!may('rule.read') || detail.points.length === 0) return null
  return (
    <Panel title={<Term term="rule">{t('title')}</Term>} bare>
      {detail.rules.length === 0 ? <div className="p-3.5"><EmptyState>{t('none')}</EmptyState></div> : (
        <ul className="divide-y divide-line-soft">
          {detail.rules.map((rule) => {
            const said = words.says(rule.definition, vocabulary)
            return (
              <li key={rule.id} className="px-3.5 py-2.5 text-13">
                <p>
                  <Link href={`/rules/${rule.id}`} className="touch inline-flex min-h-6 items-center">{rule.name}</Link>
                  {!rule.ofClass && <span className="ml-2 text-12 text-fg-2">{t('ofMachine')}</span>}
                </p>
                <p className="mt-0.5 text-12 text-pretty text-fg-2">{said.main}</p>
                {rule.problems.map(({ problem, points }) => (
                  <p key={problem} className="mt-1 text-12 text-pretty">
                    <b className="font-mid before:mr-1.5 before:font-strong before:content-['!']">{t('cannot', { points: named(points) })}</b>{' '}
                    {trouble(`${problem}.why`)} {trouble(`${problem}.do`)}
                  </p>
                ))}
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}
