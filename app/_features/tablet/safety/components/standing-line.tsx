'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Standing } from '../prepare/standing.ts'

/** StandingLine says in one sentence how an isolation stands. */
export function StandingLine({ standing }: { readonly standing: Standing }): ReactNode {
  const t = useTranslations('isolation.standing')
  const counts = 'done' in standing ? { done: standing.done, all: standing.all, open: standing.open } : 'locks' in standing ? { locks: standing.locks } : {}
  return <p role="status" className="text-m18 font-mid">{t(standing.kind, counts)}</p>
}
