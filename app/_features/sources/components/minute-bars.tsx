import type { ReactNode } from 'react'
import { barsOf } from '../prepare/bars.ts'

const STEP = 4
const WIDTH = 3
const HEIGHT = 14

/** MinuteBars shows the readings of each of the last 60 minutes as one small bar, so that a gap is seen as a gap. */
export function MinuteBars({ perMinute, label }: { readonly perMinute: readonly number[]; readonly label: string }): ReactNode {
  const width = perMinute.length * STEP - (STEP - WIDTH)
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label} className="max-w-full">
      {barsOf(perMinute, STEP, HEIGHT).map((bar) => (
        <rect key={bar.x} x={bar.x} y={HEIGHT - bar.height} width={WIDTH} height={bar.height} className={bar.empty ? 'fill-g8' : 'fill-g7'} />
      ))}
    </svg>
  )
}
