'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import { Timestamp } from '../../../_ui/time.tsx'
import type { OrderSafety } from '../prepare/view.ts'

/** Flags tells what was done without a lock or out of turn and reported afterwards: safety looks at it. */
export function Flags({ view }: { readonly view: OrderSafety }): ReactNode {
  const t = useTranslations('isolation')
  const { says } = useServerWords()
  const flags = [
    ...view.flaggedAnswers.map((one) => ({ ...one, what: one.title })),
    ...(view.isolation?.flags ?? []).map((one) => ({ ...one, what: t(`event.${one.type}`) })),
  ]
  if (flags.length === 0) return null
  return (
    <section aria-label={t('flags')} className="mt-3 rounded-md border border-g8 p-3 text-13">
      <p className="flex items-center gap-2 font-strong"><TriangleAlert size={16} strokeWidth={1.5} aria-hidden />{t('flags')}</p>
      <ul className="mt-1.5 grid gap-1.5">
        {flags.map((flag) => (
          <li key={`${flag.what} ${flag.at} ${flag.plain}`}>
            {flag.what}: {says(flag.says, flag.plain)} <span className="text-12 text-fg-2">{flag.person.name}, <Timestamp at={flag.at} className="num" /></span>
          </li>
        ))}
      </ul>
    </section>
  )
}
