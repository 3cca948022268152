import type { ReactNode } from 'react'
import type { FiringClass } from '#server/core/backtest/outcomes.ts'

const SIZE = 12
const MIDDLE = SIZE / 2

/** ClassMark tells by its shape what a firing came to, or that something was known: it has no colour, since nothing is wrong now. */
export function ClassMark({ of }: { readonly of: FiringClass | 'trouble' }): ReactNode {
  const line = { className: 'stroke-fg', strokeWidth: 1.6, fill: 'none' }
  return (
    <svg width={SIZE} height={SIZE} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden className="inline-block shrink-0 align-[-1px]">
      {of === 'hit' && <circle cx={MIDDLE} cy={MIDDLE} r="4.5" className="fill-fg" />}
      {of === 'unknown' && <circle cx={MIDDLE} cy={MIDDLE} r="4" {...line} className="fill-surface stroke-fg" />}
      {of === 'false' && <path d="M2 2L10 10M10 2L2 10" {...line} />}
      {of === 'suppressed' && <path d="M1.5 6H10.5" {...line} />}
      {of === 'trouble' && <path d="M6 1L11 6L6 11L1 6Z" className="fill-fg" />}
    </svg>
  )
}
