'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { useLink } from '../../../../_lib/tablet/hooks/use-sync.ts'
import { useMe } from '../../people/person-context.ts'

/** AsOf says how old what is shown of others is, while there is no network; nothing while there is one. */
export function AsOf({ zone }: { readonly zone: string }): ReactNode {
  const t = useTranslations('tabletSafety')
  const locale = useLocale()
  const { reached } = useLink()
  const { pulledAt } = useMe()
  if (reached !== false || pulledAt === null) return null
  const at = Date.parse(pulledAt)
  return <p className="num text-m16 text-fg-2">{t('asOf', { time: formatMoment(at, Date.now() - at > 43_200_000 ? 'short' : 'clock', locale, zone) })}</p>
}
