'use client'

import { Lock } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import type { SeenSafety } from '../../../../_lib/tablet/seen/safety.ts'

/** LocksOn lists whose locks are on, with what stands on each and since when; nothing where none is. */
export function LocksOn({ safety, zone }: { readonly safety: SeenSafety; readonly zone: string }): ReactNode {
  const t = useTranslations('tabletSafety')
  const locale = useLocale()
  const locks = safety.isolation?.state.locks ?? []
  const elsewhere = safety.guards.filter(({ kind, own, name }) => kind === 'lock' && (!own || !locks.some(({ personId }) => safety.names[personId] === name)))
  if (locks.length + elsewhere.length === 0) return null
  return (
    <ul aria-label={t('locks')} className="grid gap-2">
      {locks.map(({ personId, lock, since }) => (
        <li key={personId} className="flex items-start gap-3 text-m18">
          <Lock size={24} strokeWidth={1.7} aria-hidden className="mt-0.5 shrink-0" />
          <span className="min-w-0 break-words"><strong className="font-strong">{safety.names[personId]}</strong> <span className="num text-fg-2">{lock}, {t('since', { time: formatMoment(since.getTime(), 'short', locale, zone) })}</span></span>
        </li>
      ))}
      {elsewhere.map(({ name, order }) => (
        <li key={`${name} ${order}`} className="flex items-start gap-3 text-m18">
          <Lock size={24} strokeWidth={1.7} aria-hidden className="mt-0.5 shrink-0" />
          <span className="min-w-0 break-words"><strong className="font-strong">{name}</strong> <span className="num text-fg-2">{t('forOrder', { order })}</span></span>
        </li>
      ))}
    </ul>
  )
}
