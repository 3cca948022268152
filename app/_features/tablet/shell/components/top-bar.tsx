'use client'

import { House, Settings, Wifi, WifiOff } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatAge } from '../../../../_lib/format/ages.ts'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { useClock } from '../hooks/use-clock.ts'
import { Link } from '../router/link.tsx'
import { usePath } from '../router/path.ts'
import { routeOf } from '../router/routes.ts'
import type { SyncState } from '../sync-state.ts'
import type { TabletPerson } from '../person.ts'

const SIGN = { size: 24, strokeWidth: 1.7, 'aria-hidden': true } as const

const OUTBOX = '/m/outbox'

const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

interface TopBarProps {
  readonly sync: SyncState
  readonly person: TabletPerson | null
}

/** TopBar always says whether there is a network, what is saved, what waits and since when, and what needs a person. */
export function TopBar({ sync, person }: TopBarProps): ReactNode {
  const t = useTranslations('tablet')
  const locale = useLocale()
  const now = useClock()
  const home = usePath() === '/m'
  const { online, sending, waiting, oldestAt, needsYou, savedAt } = sync
  const time = savedAt === null ? null : formatMoment(savedAt, 'clock', locale, zone())
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-surface ps-[max(20px,env(safe-area-inset-left))] pe-[max(12px,env(safe-area-inset-right))] pt-[env(safe-area-inset-top)] max-sm:ps-3">
      <a href="#content" className="sr-only focus:not-sr-only focus:fixed focus:inset-s-2 focus:top-2 focus:z-50 focus:rounded-md focus:bg-surface focus:px-3 focus:py-2">{t('skip')}</a>
      <div className="flex min-h-14 items-center gap-x-5 gap-y-0 text-m16 text-fg-2 max-sm:gap-x-3">
        {!home && (
          <Link href="/m" aria-label={t('toWork')} className="-ms-3 grid size-14 shrink-0 place-items-center text-fg"><House {...SIGN} /></Link>
        )}
        <div role="group" aria-label={t('bar.label')} className="flex min-w-0 flex-1 items-center gap-x-5 max-sm:gap-x-3">
          <span role="status" className="inline-flex shrink-0 items-center gap-2.5 max-sm:gap-1.5">
            {online ? <Wifi {...SIGN} /> : <WifiOff {...SIGN} className="text-fg" />}
            <span className={online ? 'max-sm:sr-only' : 'font-strong text-fg'}>{sending ? t('bar.sending') : t(online ? 'bar.online' : 'bar.offline')}</span>
          </span>
          <span className="flex min-w-0 flex-wrap items-center gap-x-5 max-sm:gap-x-3 max-sm:pt-1.5">
            {time !== null && (
              <span className="num"><span aria-hidden>{t('bar.savedShort', { time })}</span><span className="sr-only">{t('bar.saved', { time })}</span></span>
            )}
            <Counts>
              <span className="num">
                {t('bar.waiting', { count: waiting })}
                {oldestAt !== null && waiting > 0 && `, ${t('bar.oldest', { age: formatAge(now - oldestAt, locale) })}`}
              </span>
              <span className={needsYou > 0 ? 'num font-strong text-fg' : 'num'}>{t('bar.needsYou', { count: needsYou })}</span>
            </Counts>
          </span>
        </div>
        <Link
          href={person === null ? '/m/settings' : '/m/people'} aria-label={person === null ? t('bar.nobody') : t('bar.person', { name: person.name })}
          className="grid size-14 shrink-0 place-items-center text-fg no-underline"
        >
          {person === null ? <Settings {...SIGN} /> : <span aria-hidden className="grid size-9 place-items-center rounded-pill bg-g4 text-14 font-strong text-ink">{person.initials}</span>}
        </Link>
      </div>
    </header>
  )
}

const counts = 'inline-flex min-h-12 flex-wrap content-center items-center gap-x-5 text-inherit no-underline max-sm:gap-x-3'

/** What waits leads to the list of it, where there is one. */
function Counts({ children }: { readonly children: ReactNode }): ReactNode {
  return routeOf(OUTBOX) === null ? <span className={counts}>{children}</span> : <Link href={OUTBOX} className={counts}>{children}</Link>
}
