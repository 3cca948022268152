import type { ReactNode } from 'react'
import { LEFT, RIGHT } from './gutters.ts'

/** TimelineItem is something that lasted: a mark where it began and a line until it ended (epoch ms, null while it lasts). */
export interface TimelineItem {
  readonly id: string
  readonly from: number
  readonly to: number | null
  readonly mark: ReactNode
}

interface TimelineRowProps {
  readonly label: string
  readonly from: number
  readonly to: number
  readonly items: readonly TimelineItem[]
}

/** TimelineRow shows what happened on the same time axis as the trend above it; lists beside the chart say the same in words. */
export function TimelineRow({ label, from, to, items }: TimelineRowProps): ReactNode {
  const share = (ts: number): number => (100 * (Math.min(Math.max(ts, from), to) - from)) / (to - from)
  const shown = items.filter((item) => (item.to ?? to) >= from && item.from <= to)
  return (
    <div dir="ltr" aria-hidden className="flex h-[26px] items-center border-t border-line-soft text-11 text-fg-2">
      <span className="truncate pe-2 text-end" style={{ width: LEFT }}>{label}</span>
      <div className="relative h-full min-w-0 flex-1">
        {shown.map((item) => {
          const start = share(item.from)
          return (
            <span key={item.id}>
              <span className="absolute top-1/2 h-0.5 -translate-y-1/2 bg-g8" style={{ insetInlineStart: `${start}%`, width: `${share(item.to ?? to) - start}%` }} />
              {item.from >= from && <span className="absolute top-1/2 -translate-1/2" style={{ insetInlineStart: `${start}%` }}>{item.mark}</span>}
            </span>
          )
        })}
      </div>
      <span style={{ width: RIGHT }} />
    </div>
  )
}
