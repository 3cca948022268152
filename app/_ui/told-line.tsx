'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { wordsOf } from '#server/core/notify/words/index.ts'
import type { Kind, Params } from '#server/core/notify/kinds.ts'
import { cx } from './cx.ts'
import { Link } from './link.tsx'
import { PriorityMark } from './priority-mark.tsx'
import { TimeAgo } from './time.tsx'

interface ToldLineProps {
  readonly item: {
    readonly kind: Kind
    readonly priority: number | null
    readonly params: Params
    readonly repeat: number
    readonly at: string
    readonly read: boolean
    readonly href: string
  }
  readonly onFollow: () => void
}

/** ToldLine is one line of what a person was told, in the same words as mails and push messages; it leads to its thing. */
export function ToldLine({ item, onFollow }: ToldLineProps): ReactNode {
  const t = useTranslations('notify.bell')
  const { title, line } = wordsOf(item, useLocale())
  return (
    <li className="border-b border-line-soft last:border-b-0">
      <Link href={item.href} plain onClick={onFollow} className="touch flex gap-2.5 rounded-none px-3.5 py-2 !text-fg hover:bg-g3 hover:no-underline focus-visible:-outline-offset-2">
        <span className="w-5 shrink-0 pt-px">{item.priority !== null && <PriorityMark priority={item.priority} acknowledged={item.read} size={18} />}</span>
        <span className="min-w-0 flex-1">
          <span className={cx('block text-13 text-pretty', !item.read && 'font-strong')}>{title}{!item.read && <span className="sr-only">, {t('unread')}</span>}</span>
          {line !== '' && <span className="block text-12 text-pretty text-fg-2">{line}</span>}
        </span>
        <span className="shrink-0 text-12 text-fg-2"><TimeAgo at={item.at} bare /></span>
      </Link>
    </li>
  )
}
