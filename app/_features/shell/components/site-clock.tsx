'use client'

import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { languageOf } from '#server/core/people/locales.ts'
import { formatMoment } from '../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { useNow } from '../../../_lib/time/now.tsx'

const zoneWord = (at: number, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(languageOf(locale).formats, { timeZone, timeZoneName: 'short' }).formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? ''

/** SiteClock is the time at the site, with its zone. */
export function SiteClock(): ReactNode {
  const locale = useLocale()
  const zone = useTimeZone()
  const now = useNow()
  return (
    <time className="num text-12 whitespace-nowrap text-fg-2 max-lg:hidden" dateTime={new Date(now).toISOString()}>
      {formatMoment(now, 'day', locale, zone)}, {formatMoment(now, 'clock', locale, zone)} {zoneWord(now, locale, zone)}
    </time>
  )
}
