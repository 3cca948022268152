import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'

/** Picture is the evidence of an order in one small picture: the signal, the limit at the end, and whether the breach still stands. */
export interface Picture {
  readonly points: readonly (readonly [number, number])[]
  readonly limit: number | null
  readonly direction: 'above' | 'below'
  readonly priority: number | null
  readonly unit: string
  readonly last: number
  readonly from: number
  readonly to: number
  readonly pointName: string
  readonly credit: string | null
}

/** pictureOf draws the newest episode's evidence; null where an order carries none. */
export function pictureOf({ evidence, asset }: SeenOrder): Picture | null {
  const shown = evidence.findLast((one) => one.data !== null && one.data.trend.points.length > 1)
  const data = shown?.data
  if (!shown || !data) return null
  const points = data.trend.points.map(([at, , , last]) => [at, last] as const)
  const [first, end] = [points[0], points.at(-1)]
  if (!first || !end) return null
  const gate = data.gate?.points.at(-1)?.[3] ?? data.gateValue
  const limit = data.limits.find(({ band }) => band === null || (gate !== null && gate >= band.from && gate <= band.to)) ?? data.limits[0]
  return {
    points, limit: limit?.value ?? null, direction: limit?.side ?? 'above', priority: shown.episode.state === 'open' ? data.priority : null,
    unit: data.trend.point.unit, last: end[1], from: first[0], to: end[0], pointName: data.trend.point.name, credit: asset.credit,
  }
}
