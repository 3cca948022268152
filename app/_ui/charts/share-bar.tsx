import type { ReactNode } from 'react'

const WIDTH = 120
const HEIGHT = 14
const MIDDLE = HEIGHT / 2

interface ShareBarProps {
  /** A share from 0 to 1 and where it lies with 95 % confidence; null where nothing is known of it. */
  readonly share: number | null
  readonly interval: { readonly low: number; readonly high: number } | null
  /** The words for screen readers; leave out where they stand beside it. */
  readonly label?: string
  readonly className?: string
}

/** ShareBar draws a share on a line from 0 to 100 %, with the stretch in which it may really lie: a long stretch says that little is known. */
export function ShareBar({ share, interval, label, className }: ShareBarProps): ReactNode {
  const x = (value: number): number => 2 + value * (WIDTH - 4)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className={className ?? 'h-3.5 w-[120px]'}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={`M${x(0)} ${MIDDLE}H${x(1)}M${x(0)} 3V${HEIGHT - 3}M${x(1)} 3V${HEIGHT - 3}`} className="stroke-g6" strokeWidth="1" vectorEffect="non-scaling-stroke" />
      {interval !== null && <rect x={x(interval.low)} y={MIDDLE - 3} width={Math.max(1, x(interval.high) - x(interval.low))} height="6" rx="1.5" className="fill-g6" />}
      {share !== null && <path d={`M${x(share)} 1V${HEIGHT - 1}`} className="stroke-g12" strokeWidth="2.5" vectorEffect="non-scaling-stroke" />}
    </svg>
  )
}
