import type { TrendEvidence } from '#server/core/work-orders/evidence.ts'
import { toPriority } from '../priority.ts'
import { usualSpacing } from './align.ts'
import type { TrendLimit, TrendModel } from './model.ts'
import { bandSteps, stripCells } from './rule-limits.ts'

const GAP_FACTOR = 4
const MIN_GAP_MS = 5_000
const TAIL_SHARE = 0.01

/** DrawnEvidence is what the picture of frozen evidence is made of. */
export type DrawnEvidence = Pick<TrendEvidence, 'window' | 'trend' | 'gate' | 'firedAt' | 'priority' | 'limits'>

/** EvidenceWords are the words and numbers the picture needs from the reader's language. */
export interface EvidenceWords {
  readonly limit: string
  readonly fired: string
  readonly gateValue: (value: number) => string
}

// The strip has room for one word.
const firstWord = (name: string): string => name.split(' ')[0] ?? name

/** trendOfEvidence makes the frozen picture: the signal, its limits (stepped by the gate where there is one), the moment it fired, and the gate below. */
export function trendOfEvidence(evidence: DrawnEvidence, stands: boolean, words: EvidenceWords): TrendModel {
  const { trend, gate } = evidence
  const last = trend.points.at(-1)?.[0] ?? Date.parse(evidence.window.to)
  const from = trend.points[0]?.[0] ?? Date.parse(evidence.window.from)
  const firedAt = Date.parse(evidence.firedAt)
  const to = Math.max(last, firedAt) + (Math.max(last, firedAt) - from) * TAIL_SHARE
  const priority = stands ? toPriority(evidence.priority) : null
  const always = evidence.limits.filter((limit) => limit.band === null)
  const banded = evidence.limits.flatMap((limit) => (limit.band === null ? [] : [{ ...limit.band, limit: limit.value, side: limit.side }]))
  const limits: TrendLimit[] = always.map((limit) => ({
    seriesId: trend.point.id, label: words.limit, direction: limit.side, priority, steps: [{ from: -Infinity, value: limit.value }],
  }))
  const side = banded[0]?.side
  if (side !== undefined) limits.push({ seriesId: trend.point.id, label: words.limit, direction: side, priority, steps: bandSteps(banded, gate?.points ?? []) })
  return {
    from, to, now: null,
    series: [{
      id: trend.point.id, label: trend.point.name, short: trend.point.code, unit: trend.point.unit, points: trend.points,
      gapMs: Math.max(MIN_GAP_MS, GAP_FACTOR * usualSpacing(trend.points)),
    }],
    limits,
    marks: [{ at: firedAt, label: words.fired }],
    strip: gate === null || gate.points.length === 0 ? null : { label: firstWord(gate.point.name), unit: gate.point.unit, cells: stripCells(gate.points, to, words.gateValue) },
  }
}
