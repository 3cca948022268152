'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Alarm } from '../prepare/view.ts'

const shape = 'size-3.5 shrink-0 fill-none stroke-g9'

/** AlarmMarks say by word and shape that an alarm is noise: it chatters (a saw), or has stood too long (an hourglass); and that it is about safety. */
export function AlarmMarks({ alarm: { chatter, stale, safety, happenedOffline } }: { readonly alarm: Pick<Alarm, 'chatter' | 'stale' | 'safety' | 'happenedOffline'> }): ReactNode {
  const t = useTranslations('alarms.row')
  const marks: readonly [boolean, string, ReactNode][] = [
    [safety, t('safety'), <path key="s" d="M7 1.2 12 3v4c0 3-2.2 5-5 5.8C4.2 12 2 10 2 7V3z" />],
    [chatter > 0, t('chatter', { count: chatter }), <path key="c" d="M.8 10.5 3 3.5l2.2 7 2.2-7 2.2 7 2.2-7" />],
    [stale, t('stale'), <path key="h" d="M3 1.5h8M3 12.5h8M4 1.5c0 3 6 8 6 11M10 1.5c0 3-6 8-6 11" />],
  ]
  return (
    <>
      {marks.filter(([shown]) => shown).map(([, word, picture]) => (
        <span key={word} className="inline-flex items-center gap-1 whitespace-nowrap">
          <svg viewBox="0 0 14 14" aria-hidden strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" className={shape}>{picture}</svg>{word}
        </span>
      ))}
      {happenedOffline && <span>{t('offline')}</span>}
    </>
  )
}
