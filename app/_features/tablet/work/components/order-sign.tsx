'use client'

import { CalendarClock, Pause, Timer, Wrench } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePriorityWords } from '../../../../_lib/words/use-words.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { PriorityMark } from '../../../../_ui/priority-mark.tsx'
import { runsFor } from '../prepare/my-work.ts'

const SIGN = { size: 24, strokeWidth: 1.7, 'aria-hidden': true, className: 'shrink-0 text-fg-2' } as const

/** OrderSign is the sign of an order: the priority of an alarm that stands, else what kind of work it is or what it waits for. */
export function OrderSign({ seen, personId }: { readonly seen: SeenOrder; readonly personId: string }): ReactNode {
  const mark = usePriorityWords()
  const { order, incident } = seen
  if (runsFor(seen, personId)) return <Timer {...SIGN} className="shrink-0 text-fg" />
  if (order.status === 'on_hold') return <Pause {...SIGN} />
  const stands = incident !== null && incident.state === 'open'
  if (stands) return <PriorityMark priority={order.priority} acknowledged={incident.alarm?.startsWith('acknowledged') ?? false} label={mark(order.priority)} />
  return order.kind === 'preventive' || order.kind === 'statutory' || order.kind === 'inspection' ? <CalendarClock {...SIGN} /> : <Wrench {...SIGN} />
}
