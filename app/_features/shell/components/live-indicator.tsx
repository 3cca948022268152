'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState, type ReactNode } from 'react'
import { formatAge } from '../../../_lib/format/ages.ts'
import { useLiveState } from '../../../_lib/live/state.tsx'
import { StatusMark } from '../../../_ui/status-mark.tsx'

/** LiveIndicator says whether the page follows the plant, and since when nothing changed. */
export function LiveIndicator(): ReactNode {
  const t = useTranslations('shell.live')
  const locale = useLocale()
  const { status, changedAt, reason } = useLiveState()
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    const timer = setInterval(() => { setNow(Date.now()) }, 2000)
    return () => { clearInterval(timer) }
  }, [])
  const age = changedAt === null || now === null ? null : formatAge(now - changedAt, locale)
  const words = {
    connecting: t('connecting'),
    live: age === null ? t('live') : t('updated', { age }),
    reconnecting: t('reconnecting'),
    off: t('off', { reason: reason ?? '' }),
  }[status]
  return (
    <div className="num flex min-w-0 items-center gap-[7px] text-12 whitespace-nowrap text-fg-2" data-live={status}>
      <StatusMark status={status === 'live' ? 'operating' : status === 'off' ? 'offline' : 'standby'} />
      <span className="truncate max-sm:sr-only">{words}</span>
    </div>
  )
}
