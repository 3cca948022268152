'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import type { Outputs } from '../../../_lib/trpc/types.ts'

type Credit = Outputs['system']['about']['credits'][number]

/** CreditRow names one data set: which machine shows it, whose it is, under which licence, and what was changed. */
export function CreditRow({ credit }: { readonly credit: Credit }): ReactNode {
  const t = useTranslations('about.data')
  const { says } = useServerWords()
  const facts = [
    { key: 'authors', value: credit.authors },
    { key: 'source', value: credit.source },
    { key: 'changes', value: says({ key: `credit.${credit.id}.changes`, params: {} }, credit.changes) },
  ] as const
  return (
    <li className="border-t border-line-soft px-3.5 py-3 text-13 first:border-t-0">
      <h3 className="font-strong">{credit.title}</h3>
      <p className="mt-0.5 text-fg-2">{t('shownBy', { machine: credit.assetTag })}</p>
      <dl className="mt-1.5 grid max-w-[75ch] gap-x-3 gap-y-0.5 sm:grid-cols-[88px_minmax(0,1fr)]">
        {facts.map(({ key, value }) => (
          <div key={key} className="contents">
            <dt className="text-fg-2">{t(key)}</dt>
            <dd className="text-pretty max-sm:mb-1">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-1.5 flex flex-wrap gap-x-4">
        <a href={credit.url} target="_blank" rel="noreferrer" className="touch inline-flex min-h-6 items-center rounded-sm text-accent-text underline">{t('open')}</a>
        <a href={credit.licenceUrl} target="_blank" rel="noreferrer" className="touch inline-flex min-h-6 items-center rounded-sm text-accent-text underline">{t('licence', { licence: credit.licence })}</a>
      </p>
    </li>
  )
}
