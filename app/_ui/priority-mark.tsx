import type { ReactNode } from 'react'
import { toPriority, type Priority } from '../_lib/priority.ts'
import { cx } from './cx.ts'

const SHAPES: Readonly<Record<Priority, { readonly shape: ReactNode; readonly baseline: number }>> = {
  1: { shape: <rect x="1" y="1" width="18" height="18" rx="2" />, baseline: 13.8 },
  2: { shape: <path d="M10 1 19.3 18.2H.7z" />, baseline: 16 },
  3: { shape: <path d="M10 .4 19.6 10 10 19.6.4 10z" />, baseline: 13.8 },
  4: { shape: <circle cx="10" cy="10" r="9.2" />, baseline: 13.8 },
}

const FILLED: Readonly<Record<Priority, { readonly shape: string; readonly text: string }>> = {
  1: { shape: 'fill-[var(--p1)] stroke-[var(--p1-line)]', text: 'fill-[var(--p1-on)]' },
  2: { shape: 'fill-[var(--p2)] stroke-[var(--p2-line)]', text: 'fill-[var(--p2-on)]' },
  3: { shape: 'fill-[var(--p3)] stroke-[var(--p3-line)]', text: 'fill-[var(--p3-on)]' },
  4: { shape: 'fill-[var(--p4)] stroke-[var(--p4-line)]', text: 'fill-[var(--p4-on)]' },
}

const OUTLINED: Readonly<Record<Priority, string>> = {
  1: 'stroke-[var(--p1-line)]', 2: 'stroke-[var(--p2-line)]', 3: 'stroke-[var(--p3-line)]', 4: 'stroke-[var(--p4-line)]',
}

interface PriorityMarkProps {
  readonly priority: number
  /** Outlined instead of filled: somebody has seen it. */
  readonly acknowledged?: boolean
  /** Grey and hollow: it is over, or only planned. */
  readonly quiet?: boolean
  /** The words for screen readers; leave out where the word stands beside it. */
  readonly label?: string
  readonly size?: number
  readonly className?: string
}

/** PriorityMark shows a priority by colour, shape and number, the same everywhere. */
export function PriorityMark({ priority, acknowledged = false, quiet = false, label, size = 20, className }: PriorityMarkProps): ReactNode {
  const level = toPriority(priority)
  const { shape, baseline } = SHAPES[level]
  const hollow = quiet ? 'fill-surface stroke-g8' : `fill-surface ${OUTLINED[level]}`
  const filled = !quiet && !acknowledged
  return (
    <svg
      width={size} height={size} viewBox="0 0 20 20" className={cx('overflow-visible', className)}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <g className={filled ? FILLED[level].shape : hollow} strokeWidth={filled ? 1.2 : 1.8} strokeLinejoin="round">{shape}</g>
      <text x="10" y={baseline} textAnchor="middle" fontSize="10.5" fontWeight="700" className={filled ? FILLED[level].text : 'fill-fg'}>{level}</text>
    </svg>
  )
}
