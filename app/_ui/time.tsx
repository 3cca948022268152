'use client'

import { useLocale } from 'next-intl'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { ReactNode } from 'react'
import { formatAge } from '../_lib/format/ages.ts'
import { formatMoment, formatSince, type MomentStyle } from '../_lib/format/moments.ts'
import { useTimeZone } from '../_lib/site/zone.tsx'
import { useNow } from '../_lib/time/now.tsx'
import { popoverClass } from './popover-style.ts'

const toMs = (at: string | number): number => (typeof at === 'number' ? at : Date.parse(at))

interface TimestampProps {
  /** ISO text or epoch ms. */
  readonly at: string | number
  /** How much is written; since leaves out the date of today. */
  readonly style?: MomentStyle | 'since'
  readonly className?: string
}

/** Timestamp writes a moment in the site's zone; the element carries the exact moment. */
export function Timestamp({ at, style = 'since', className }: TimestampProps): ReactNode {
  const locale = useLocale()
  const zone = useTimeZone()
  const now = useNow()
  const ms = toMs(at)
  const text = style === 'since' ? formatSince(ms, now, locale, zone) : formatMoment(ms, style, locale, zone)
  return <time dateTime={new Date(ms).toISOString()} className={className}>{text}</time>
}

interface TimeAgoProps {
  readonly at: string | number
  /** Set inside links and buttons, where the age cannot be a button of its own. */
  readonly bare?: boolean
}

/** TimeAgo writes how old something is; a tap or Enter opens the exact time with the site's zone. */
export function TimeAgo({ at, bare = false }: TimeAgoProps): ReactNode {
  const locale = useLocale()
  const zone = useTimeZone()
  const now = useNow()
  const ms = toMs(at)
  const age = <time dateTime={new Date(ms).toISOString()} className="num">{formatAge(now - ms, locale)}</time>
  if (bare) return age
  const exact = formatMoment(ms, 'full', locale, zone)
  return (
    <DialogTrigger>
      <Button className="-mx-0.5 inline rounded-sm px-0.5 hover:bg-g3">{age}</Button>
      <Popover className={popoverClass}><Dialog aria-label={exact} className="num px-3 py-2 text-13 outline-none">{exact}</Dialog></Popover>
    </DialogTrigger>
  )
}

/** Age writes a length of time (ms), for example how long an alarm has stood. */
export function Age({ ms }: { readonly ms: number }): ReactNode {
  return <bdi className="num">{formatAge(ms, useLocale())}</bdi>
}
