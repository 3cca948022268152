import * as z from 'zod'
import { judgesPoint, measureUnit } from '../condition/measure-unit.ts'
import { measureSchema, VALUE } from '../condition/measure/schema.ts'
import { HOUR_MS } from '../kernel/time.ts'

/** EVIDENCE_BUCKETS is the most points a frozen series holds. */
export const EVIDENCE_BUCKETS = 600
const MIN_WINDOW_MS = HOUR_MS
const HELD_FACTOR = 30

/** seriesPoint is [time in ms, least, greatest, last value] of a bucket. */
const seriesPoint = z.tuple([z.number(), z.number(), z.number(), z.number()])
const point = z.object({
  id: z.string(), no: z.number(), key: z.string(), code: z.string(), name: z.string(), quantity: z.string(), unit: z.string(), axis: z.string().nullable(),
})
const series = z.object({ point, points: z.array(seriesPoint) })

/** drawnLimit is a limit as the chart draws it; a band holds where the gate's value lies in [from, to]. */
const drawnLimit = z.object({
  value: z.number(), side: z.enum(['above', 'below']), clear: z.number().nullable(), band: z.object({ from: z.number(), to: z.number() }).nullable(),
})
export type DrawnLimit = z.infer<typeof drawnLimit>

/** evidenceAddition is what was added after the ticket opened: a dated state of the episode. */
const evidenceAddition = z.object({
  at: z.string(), reason: z.string(), state: z.enum(['open', 'resolved']), priority: z.number(), value: z.number(), peakValue: z.number(), gateValue: z.number().nullable(),
})
export type EvidenceAddition = z.infer<typeof evidenceAddition>

/** trendEvidence is what is frozen on a ticket when it opens: enough to draw and explain the breach without asking anything else. Times are ISO, series times ms. */
export const trendEvidence = z.object({
  v: z.literal(1),
  asset: z.object({ id: z.string(), tag: z.string(), name: z.string(), credit: z.string().nullable() }),
  rule: z.object({ id: z.string(), name: z.string(), version: z.number(), versionId: z.string(), definition: z.unknown() }),
  failureMode: z.string().nullable(),
  firedAt: z.string(),
  priority: z.number(),
  /** True when it is about missing readings: then neither value nor limit says anything. */
  noData: z.boolean().default(false),
  /** What was judged, and its limit and peak, in the unit that evidenceUnit gives. */
  value: z.number(),
  limit: z.number().nullable(),
  /** The most extreme value so far. */
  peak: z.object({ value: z.number(), at: z.string() }),
  /** Limits of the point's own value; empty where the rule judges something else. */
  limits: z.array(drawnLimit),
  /** Operating state when it fired: the gate's value, null when the rule has no gate. */
  gateValue: z.number().nullable(),
  happenedOffline: z.boolean(),
  /** The stretch of time shown; grownTo is how far the breach has been followed into it. */
  window: z.object({ from: z.string(), to: z.string(), grownTo: z.string() }),
  trend: series,
  gate: series.nullable(),
  similar: z.array(
    z.object({
      number: z.string(), closedAt: z.string().nullable(), verdict: z.string().nullable(),
      activityCode: z.string().nullable(), itemCode: z.string().nullable(), peak: z.number().nullable(),
      /** The peak's unit, null where it is no quantity; evidence of an earlier edition says nothing. */
      unit: z.string().nullable().optional(),
    }),
  ),
  additions: z.array(evidenceAddition),
})
export type TrendEvidence = z.infer<typeof trendEvidence>

/** ruleShape reads of a stored rule definition what evidence draws and words need; anything else in it is kept as it is. */
const ruleShape = z.object({
  measure: measureSchema.catch(VALUE),
  direction: z.enum(['above', 'below', 'outside']).catch('above'),
  limit: z.number().nullable().catch(null),
  low: z.number().nullable().catch(null),
  high: z.number().nullable().catch(null),
  clear: z.number().nullable().catch(null),
  forMs: z.number().catch(0),
  gate: z
    .object({ point: z.string(), bands: z.array(z.object({ from: z.number(), to: z.number(), limit: z.number(), clear: z.number().nullable().catch(null) })) })
    .nullable()
    .catch(null),
})
export type RuleShape = z.infer<typeof ruleShape>

/** readRuleShape reads a stored rule definition; what it does not know falls back to an ungated "above" without a limit. */
export const readRuleShape = (definition: unknown): RuleShape => ruleShape.catch(ruleShape.parse({})).parse(definition)

/** drawnLimits lists the lines that a chart of the point shows for a level of a rule; none where the rule judges something else than the point's own value. */
export function drawnLimits(rule: Omit<RuleShape, 'forMs'>): DrawnLimit[] {
  if (!judgesPoint(rule)) return []
  if (rule.direction === 'outside') {
    const line = (value: number | null, side: 'above' | 'below'): DrawnLimit[] => (value === null ? [] : [{ value, side, clear: null, band: null }])
    return [...line(rule.low, 'below'), ...line(rule.high, 'above')]
  }
  const side = rule.direction
  const whole: DrawnLimit[] = rule.limit === null ? [] : [{ value: rule.limit, side, clear: rule.clear, band: null }]
  const bands = (rule.gate?.bands ?? []).map(({ from, to, limit, clear }) => ({ value: limit, side, clear, band: { from, to } }))
  return [...whole, ...bands]
}

/** EvidenceWindow is the stretch of time a trend shows, and how far it may still grow. */
export interface EvidenceWindow {
  readonly from: Date
  readonly until: Date
}

/** evidenceWindow is an hour, or 30 times as long as the rule had to hold, to both sides of the breach. */
export function evidenceWindow(firedAt: Date, forMs: number): EvidenceWindow {
  const side = Math.max(MIN_WINDOW_MS, HELD_FACTOR * forMs)
  return { from: new Date(firedAt.getTime() - side), until: new Date(firedAt.getTime() + side) }
}

/** evidenceUnit is the unit (UCUM) of the value, limit and peak of frozen evidence; null where there is no number to show. */
export const evidenceUnit = (
  { noData, rule, trend }: { readonly noData: boolean; readonly rule: { readonly definition?: unknown }; readonly trend: { readonly point: { readonly unit: string } } },
): string | null =>
  noData ? null : measureUnit(readRuleShape(rule.definition), trend.point.unit)
