import type { ReactNode } from 'react'
import { toPriority } from '../../_lib/priority.ts'
import { sparkShape } from '../../_lib/trend/spark-path.ts'

interface SparkProps {
  /** Moment (epoch ms) and value, in order. */
  readonly points: readonly (readonly [number, number])[]
  readonly limit: number | null
  readonly direction?: 'above' | 'below'
  /** The tint where the limit is broken; null leaves it grey. */
  readonly priority: number | null
  readonly label: string
  readonly width?: number
  readonly height?: number
  readonly className?: string
  /** Fill the place that className gives, whatever its shape. */
  readonly stretch?: boolean
}

/** Spark is a trend the size of a word: the line, its limit, and the breach in its priority's tint. */
export function Spark({ points, limit, direction = 'above', priority, label, width = 176, height = 44, className, stretch = false }: SparkProps): ReactNode {
  if (points.length < 2) return <svg width={width} height={height} aria-hidden className={className} />
  const shape = sparkShape(points, limit, direction, width, height)
  const tint = priority === null ? 'var(--g4)' : `var(--p${toPriority(priority)}-tint)`
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className={className} {...(stretch ? { preserveAspectRatio: 'none' } : {})}>
      <path d={shape.breach} fill={tint} />
      {shape.limitY !== null && <path d={`M0 ${shape.limitY}H${width}`} stroke="var(--g9)" shapeRendering="crispEdges" vectorEffect="non-scaling-stroke" />}
      <path d={shape.line} fill="none" stroke="var(--ink)" strokeWidth="1.4" strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
    </svg>
  )
}
