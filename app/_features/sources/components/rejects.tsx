'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatAge } from '../../../_lib/format/ages.ts'
import { useNow } from '../../../_lib/time/now.tsx'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import { useReason } from '../hooks/use-reason.ts'
import { rejectsOf, type Source } from '../prepare/source.ts'

/** Rejects says how many readings were put aside lately and why, with the newest example's words. */
export function Rejects({ source }: { readonly source: Source }): ReactNode {
  const t = useTranslations('sources.rejects')
  const locale = useLocale()
  const now = useNow()
  const server = useServerWords()
  const reason = useReason()
  const count = rejectsOf(source)
  if (count === 0) return <p className="text-13">{t('none')}</p>
  return (
    <div className="text-13">
      <p>{t('total', { count })}</p>
      <ul className="mt-1 grid gap-1.5">
        {source.recentRejects.map((reject) => (
          <li key={reject.code} className="border-s-2 border-g6 ps-2.5">
            <b className="num">{t('line', { count: reject.count, reason: reason(reject.code) })}</b>
            <span className="block max-w-[75ch] text-12 text-pretty text-fg-2">{t('last', { age: formatAge(now - Date.parse(reject.lastAt), locale) })} {server.says(reject.text, reject.detail)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
