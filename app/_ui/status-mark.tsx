import type { ReactNode } from 'react'

/** QuietStatus is an asset's status without an alarm; warning and alarm show their priority mark instead. */
export type QuietStatus = 'operating' | 'standby' | 'stopped' | 'offline' | 'unknown'

const SHAPES: Readonly<Record<QuietStatus, ReactNode>> = {
  operating: <circle cx="7" cy="7" r="4.5" className="fill-g8 stroke-none" />,
  standby: <circle cx="7" cy="7" r="4.2" />,
  stopped: <rect x="2.8" y="2.8" width="8.4" height="8.4" />,
  offline: <circle cx="7" cy="7" r="4.8" strokeDasharray="3.6 2.4" />,
  unknown: <path d="M4.6 5.2a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.1.8-1.1 1.6M7 11.4v.2" strokeLinecap="round" />,
}

interface StatusMarkProps {
  readonly status: QuietStatus
  /** The words for screen readers; leave out where the word stands beside it. */
  readonly label?: string
  readonly className?: string
}

/** StatusMark is a small grey shape: dot, ring, hollow square, broken ring or question mark. */
export function StatusMark({ status, label, className }: StatusMarkProps): ReactNode {
  return (
    <svg
      width="14" height="14" viewBox="0 0 14 14" fill="none" strokeWidth="1.6" className={`stroke-g8 ${className ?? ''}`}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {SHAPES[status]}
    </svg>
  )
}
