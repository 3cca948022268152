'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Panel } from '../../../_ui/panel.tsx'
import { Term } from '../../../_ui/term.tsx'
import type { Health } from '../prepare/health.ts'
import { factsOf } from '../prepare/facts.ts'

const MAX_DECIMALS = 1

/** Facts are the figures behind the sentences, each with its unit. */
export function Facts({ facts }: { readonly facts: Health['facts'] }): ReactNode {
  const t = useTranslations('system.page')
  const locale = useLocale()
  const write = new Intl.NumberFormat(locale, { maximumFractionDigits: MAX_DECIMALS })
  return (
    <Panel title={t('facts')} bare>
      <dl className="text-13">
        {factsOf(facts).map((fact) => (
          <div key={fact.key} className="flex items-baseline justify-between gap-3 border-t border-line-soft px-3.5 py-2 first:border-t-0">
            <dt className="min-w-0 text-fg-2">{fact.term === null ? t(`fact.${fact.key}`) : <Term term={fact.term}>{t(`fact.${fact.key}`)}</Term>}</dt>
            <dd className="num font-strong whitespace-nowrap">{write.format(fact.value)}{fact.unit !== '' && ` ${fact.unit}`}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
