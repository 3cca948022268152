import type { Outputs } from '../trpc/types.ts'

type OrderView = Pick<Outputs['workOrders']['get'], 'evidence' | 'asset'>

/** EvidencePicture is the evidence of an order in one small picture: the signal, the limit at the end, and whether the breach still stands. */
export interface EvidencePicture {
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

const shownOf = ({ evidence }: OrderView): OrderView['evidence'][number] | undefined => evidence.findLast((one) => one.data !== null && one.data.trend.points.length > 1)

/** shownEvidence is the newest episode's evidence that can be drawn, or null. */
export const shownEvidence = (view: OrderView): OrderView['evidence'][number]['data'] => shownOf(view)?.data ?? null

/** evidencePicture draws the newest episode's evidence; null where an order carries none. */
export function evidencePicture(view: OrderView): EvidencePicture | null {
  const shown = shownOf(view)
  const data = shown?.data
  if (!shown || !data) return null
  const points = data.trend.points.map(([at, , , last]) => [at, last] as const)
  const [first, end] = [points[0], points.at(-1)]
  if (!first || !end) return null
  const gate = data.gate?.points.at(-1)?.[3] ?? data.gateValue
  const limit = data.limits.find(({ band }) => band === null || (gate !== null && gate >= band.from && gate <= band.to)) ?? data.limits[0]
  return {
    points, limit: limit?.value ?? null, direction: limit?.side ?? 'above', priority: shown.episode.state === 'open' ? data.priority : null,
    unit: data.trend.point.unit, last: end[1], from: first[0], to: end[0], pointName: data.trend.point.name, credit: view.asset.credit,
  }
}
