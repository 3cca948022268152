'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { useMe } from '../../people/person-context.ts'
import { AddTime } from './add-time.tsx'

/** ForgottenTime asks before an order is closed how long somebody worked who has no time on it; it may be left unanswered, and is not asked of whoever has. */
export function ForgottenTime({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletFacts.time')
  const me = useMe()
  if (!seen.allowed.includes('logTime') || seen.labour.entries.some((entry) => entry.person.id === me.id)) return null
  return <section className="mt-4 grid gap-1"><AddTime seen={seen} label={t('forgotten')} /><p className="text-m16 text-fg-2">{t('skippable')}</p></section>
}
