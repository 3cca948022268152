'use client'

import NextLink from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Outputs } from '../../../_lib/trpc/types.ts'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { useChangeWords } from '../hooks/use-change-words.ts'

type Change = Outputs['overview']['get']['changes'][number]

/** Changes lists what happened since yesterday, newest first. */
export function Changes({ changes }: { readonly changes: readonly Change[] }): ReactNode {
  const t = useTranslations('overview.changes')
  const words = useChangeWords()
  return (
    <section aria-labelledby="changes-title" className="min-w-0">
      <h2 id="changes-title" className="mb-2.5 text-14 font-strong">{t('title')}</h2>
      {changes.length === 0 ? <EmptyState>{t('none')}</EmptyState> : (
        <ul className="rounded-lg border border-line bg-surface px-3.5 py-1.5">
          {changes.map((change) => {
            const row = (
              <>
                <Timestamp at={change.at} className="num pt-px text-12 text-fg-2" />
                <span className="min-w-0">{words(change.text)}</span>
              </>
            )
            const look = 'grid grid-cols-[88px_minmax(0,1fr)] gap-2.5 py-[7px] text-13 text-fg no-underline'
            return (
              <li key={`${change.at} ${change.text.key} ${change.href ?? ''}`} className="border-t border-line-soft first:border-t-0">
                {change.href === null ? <div className={look}>{row}</div> : <NextLink href={change.href} className={`${look} touch rounded-sm hover:underline`}>{row}</NextLink>}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
