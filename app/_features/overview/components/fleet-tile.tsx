'use client'

import NextLink from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { MINUTE_MS } from '#server/core/kernel/time.ts'
import { usePriorityWords } from '../../../_lib/words/use-words.ts'
import { cx } from '../../../_ui/cx.ts'
import { PriorityMark } from '../../../_ui/priority-mark.tsx'
import { Age } from '../../../_ui/time.tsx'
import { StatusMark, type QuietStatus } from '../../../_ui/status-mark.tsx'
import { Value } from '../../../_ui/value.tsx'
import type { Tile } from '../prepare/fleet.ts'

/** FleetTile is one machine: quiet when all is well, with its mark and value in full ink when not. */
export function FleetTile({ tile }: { readonly tile: Tile }): ReactNode {
  const t = useTranslations('common')
  const words = usePriorityWords()
  const troubled = tile.priority !== null
  return (
    <NextLink
      href={`/assets/${tile.id}`}
      className="touch grid h-[43px] grid-cols-[20px_minmax(0,1fr)_auto] grid-rows-[21px_21px] gap-x-1.5 border border-b-0 border-line bg-surface pe-[9px] ps-2 leading-4 text-fg no-underline first:rounded-t-lg last:rounded-b-lg last:border-b hover:bg-g3 focus-visible:relative focus-visible:z-10"
    >
      <span className="row-span-2 grid place-items-center">
        {tile.priority === null
          ? <StatusMark status={tile.status as QuietStatus} label={t(`assetStatus.${tile.status}`)} />
          : <PriorityMark priority={tile.priority} acknowledged={tile.acknowledged} size={18} label={words(tile.priority, tile.acknowledged)} />}
      </span>
      <b className="self-end truncate text-13">{tile.tag}</b>
      <span className={cx('self-end text-12 whitespace-nowrap', troubled ? 'font-mid text-fg' : 'text-fg-2')}>
        {tile.value === null ? t(`assetStatus.${tile.status}`) : <Value value={tile.value.value} unit={tile.value.unit} />}
      </span>
      <span dir="auto" className="col-start-2 truncate text-[11.5px] [text-align:match-parent] text-fg-2">{tile.name}</span>
      {/* A value of now needs no time; an older one is told its age. */}
      <span className="text-end text-[11.5px] whitespace-nowrap text-fg-2">{tile.value !== null && tile.value.ageMs >= MINUTE_MS && <Age ms={tile.value.ageMs} />}</span>
    </NextLink>
  )
}
