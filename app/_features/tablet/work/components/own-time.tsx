'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { useClock } from '../../shell/hooks/use-clock.ts'
import { ownMinutes } from '../prepare/own-minutes.ts'

/** OwnTime shows a person's own time on an order, and who else is at work on it; nothing where nobody is. */
export function OwnTime({ seen, personId }: { readonly seen: SeenOrder; readonly personId: string }): ReactNode {
  const t = useTranslations('tabletWork.work')
  const locale = useLocale()
  const now = useClock()
  const minutes = ownMinutes(seen, personId, now)
  const others = [...new Set(seen.labour.entries.flatMap((entry) => (entry.endedAt === null && entry.person.id !== personId ? [entry.person.name] : [])))]
  if (minutes === null && others.length === 0) return null
  return (
    <p className="mt-4 text-m18 text-fg-2">
      {minutes !== null && <span className="num"><strong className="font-strong text-fg">{`${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`} h</strong> {t('yourTime')}</span>}
      {others.length > 0 && <span className="block">{t('alsoHere', { names: new Intl.ListFormat(locale).format(others) })}</span>}
    </p>
  )
}
