import { decimate, type Bucketed } from '#server/core/telemetry/decimate.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import { DAY_MS } from '#server/core/kernel/time.ts'
import { previewRule as judge, type Firing } from '#server/core/condition/preview.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import { parseDefinition } from '#server/modules/condition/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'

/** MAX_READINGS bounds what one preview reads; beyond it the oldest part of the range is left out, and the answer says from when it is. */
const MAX_READINGS = 300_000
const BUCKETS = 800
const TIMEOUT_MS = 30_000

/** RulePreview is where a rule would have fired on a point's history: times in epoch ms, values in the point's unit. */
export interface RulePreview {
  readonly pointId: string
  readonly unit: string
  readonly fromMs: number
  readonly toMs: number
  readonly readings: number
  readonly points: readonly Bucketed[]
  readonly gate: { readonly unit: string; readonly points: readonly Bucketed[] } | null
  readonly firings: readonly Firing[]
}

const columns = (rows: readonly { t: number; value: number }[]) => ({ t: rows.map((row) => row.t), value: rows.map((row) => row.value) })

const thin = (rows: readonly { t: number; value: number }[], fromMs: number, toMs: number) => {
  const { t, value } = columns(rows)
  return decimate(t, value, fromMs, toMs, BUCKETS)
}

/**
 * previewRule judges a definition on the last days of a point, counted back from its newest reading, with the engine that
 * judges live. Throws 'invalid' for a definition that is not complete and 'not-found' for a point that is not theirs to see.
 */
export async function previewRule(actor: Actor, input: { definition: unknown; pointId: string; days: number }): Promise<RulePreview> {
  const definition = parseDefinition(input.definition)
  return withTenant(
    actor.orgId,
    async (tx) => {
      const [point] = await telemetry.findPoints(tx, [input.pointId])
      if (!point || !can(actor, 'telemetry.read', point.siteId)) throw notFound('This point')
      const [latest] = await telemetry.latestReadings(tx.exec, [point.no])
      const toMs = (latest?.t ?? now().getTime()) + 1
      const rows = await telemetry.rawSeries(tx.exec, point.no, toMs - input.days * DAY_MS, toMs, MAX_READINGS)
      const fromMs = rows.length === MAX_READINGS ? (rows[0]?.t ?? toMs) : toMs - input.days * DAY_MS
      // An empty stretch before the first reading would leave the rest a handful of buckets.
      const drawnFromMs = Math.max(fromMs, rows[0]?.t ?? fromMs)
      const gatePoint = definition.gate ? (await telemetry.findAssetPoints(tx, point.assetId)).find((other) => other.code === definition.gate?.point) : undefined
      const gate = gatePoint ? await telemetry.rawSeries(tx.exec, gatePoint.no, fromMs - gatePoint.stalenessMs, toMs, MAX_READINGS) : null
      const staleness = { stalenessMs: point.stalenessMs, gateStalenessMs: gatePoint?.stalenessMs ?? 0 }
      return {
        pointId: point.id,
        unit: point.unit,
        fromMs,
        toMs,
        readings: rows.length,
        points: thin(rows, drawnFromMs, toMs),
        gate: gatePoint && gate ? { unit: gatePoint.unit, points: thin(gate, drawnFromMs, toMs) } : null,
        firings: judge(definition, columns(rows), gate ? columns(gate) : null, staleness),
      }
    },
    { timeoutMs: TIMEOUT_MS },
  )
}
