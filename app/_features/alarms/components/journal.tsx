'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { useJournalWords } from '../hooks/use-journal-words.ts'
import type { AlarmDetail } from '../prepare/view.ts'

const FIRST = 6

/** Journal tells what happened to an alarm, the newest first: who, what, when and why; older entries are asked for. */
export function Journal({ detail: { alarm, journal } }: { readonly detail: AlarmDetail }): ReactNode {
  const t = useTranslations('alarms.happened')
  const says = useJournalWords()
  const [all, setAll] = useState(false)
  const options = useTRPC().alarms.journal.infiniteQueryOptions({ id: alarm.id }, { getNextPageParam: ({ nextCursor }) => nextCursor, enabled: all })
  const { data, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery(options)
  const entries = all && data !== undefined ? data.pages.flatMap((page) => page.entries) : journal.slice(0, all ? journal.length : FIRST)
  const more = all ? hasNextPage : journal.length > FIRST
  return (
    <section>
      <h3 className="mb-1.5 text-13 font-strong">{t('title')}</h3>
      {entries.length === 0 && <p className="text-13 text-fg-2">{t('empty')}</p>}
      <ol className="grid gap-1.5 text-13">
        {entries.map((entry) => (
          <li key={entry.no} className="grid grid-cols-[92px_minmax(0,1fr)] gap-3"><Timestamp at={entry.at} className="num text-12 leading-5 text-fg-2" /><span className="text-pretty">{says(entry)}</span></li>
        ))}
      </ol>
      {more && <Button size="sm" variant="quiet" className="mt-1" isPending={isFetching} onPress={() => { if (all) void fetchNextPage(); else setAll(true) }}>{t('more')}</Button>}
    </section>
  )
}
