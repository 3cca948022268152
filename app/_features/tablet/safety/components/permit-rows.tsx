'use client'

import { FileCheck } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import type { SeenPermit } from '../../../../_lib/tablet/seen/permits.ts'
import { useClock } from '../../shell/hooks/use-clock.ts'
import { isExpired } from '../prepare/permits.ts'

/** PermitRows says of each permit in one line what it is for, how it stands, and until when. */
export function PermitRows({ permits, zone }: { readonly permits: readonly SeenPermit[]; readonly zone: string }): ReactNode {
  const t = useTranslations('tabletSafety.permits')
  const words = useTranslations('isolation')
  const locale = useLocale()
  const now = useClock()
  if (permits.length === 0) return null
  return (
    <ul aria-label={t('title')} className="grid gap-2">
      {permits.map((permit) => (
        <li key={permit.id} className="flex items-start gap-3 text-m18">
          <FileCheck size={24} strokeWidth={1.7} aria-hidden className="mt-0.5 shrink-0" />
          <span className="min-w-0 break-words">
            <strong className="font-strong">{words(`kind.${permit.kind}`)}: {words(`status.${isExpired(permit, now) ? 'expired' : permit.status}`)}</strong>
            <span className="num block text-m16 text-fg-2">{permit.number}, {t('until', { time: formatMoment(Date.parse(permit.to), 'short', locale, zone) })}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
