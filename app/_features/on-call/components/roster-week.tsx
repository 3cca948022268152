'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Timestamp } from '../../../_ui/time.tsx'
import { daysOf, type Roster, type Week } from '../prepare/week.ts'

/** RosterWeek is one roster's week, day by day: who is on call from when, and the gaps by name. */
export function RosterWeek({ roster, week }: { readonly roster: Roster; readonly week: Week }): ReactNode {
  const t = useTranslations('onCall')
  const names = (people: readonly string[]): string => people.map((id) => week.names[id] ?? '').join(', ')
  return (
    <ol className="grid grid-cols-[minmax(0,1fr)] md:grid-cols-7">
      {daysOf(roster, week).map((day) => (
        <li key={day.from} className="min-w-0 border-t border-line-soft px-3 py-2 first:border-t-0 md:border-t-0 md:border-s md:first:border-s-0">
          <h4 className="mb-1 text-12 text-fg-2"><Timestamp at={day.from} style="day" className="num" /></h4>
          <ul className="grid gap-1">
            {day.pieces.map((piece) => (
              <li
                key={piece.from}
                className={piece.people.length === 0 ? 'rounded-sm border border-dashed border-g7 px-1.5 py-1 text-12 text-fg-2' : 'rounded-sm bg-g3 px-1.5 py-1 text-12'}
              >
                <span className="num block text-11 text-fg-2"><Timestamp at={piece.from} style="clock" />–<Timestamp at={piece.to} style="clock" /></span>
                <span className="block font-mid break-words">{piece.people.length === 0 ? t('gap') : names(piece.people)}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
