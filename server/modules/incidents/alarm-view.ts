import { failureModeView, type FailureModeView } from '#server/core/assets/failure-mode.ts'
import { ruleDefinition } from '#server/core/condition/definition.ts'
import { finiteLimit, measureUnit } from '#server/core/condition/measure-unit.ts'
import { isStale } from '#server/core/alarms/noise.ts'
import type { AlarmState } from '#server/core/alarms/state.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { readRuleShape } from '#server/core/work-orders/evidence.ts'
import type { AlarmListRow } from './alarm-row.ts'

/** AlarmView is an alarm as screens show it; times are ISO. */
export interface AlarmView {
  /** Its newest episode's id. */
  readonly id: string
  readonly key: string
  readonly siteId: string
  readonly state: AlarmState
  /** Which part of the list it stands in: as new as the newest of what is folded under it. */
  readonly section: 'new' | 'standing' | 'returned' | 'over'
  readonly priority: number
  readonly safety: boolean
  readonly openedAt: string
  readonly lastAt: string
  readonly resolvedAt: string | null
  readonly acknowledged: { readonly at: string; readonly by: string | null } | null
  readonly asset: { readonly id: string; readonly tag: string; readonly name: string }
  /** The line (or area) whose floods it counts for. */
  readonly line: string | null
  readonly failureMode: FailureModeView | null
  readonly rule: { readonly id: string; readonly name: string }
  readonly point: string
  /** The unit (UCUM) of value and limit; null where the rule answers a question, so that no number is shown. */
  readonly unit: string | null
  /** No value breaks a limit: readings stay away. */
  readonly silence: boolean
  readonly direction: 'above' | 'below' | 'outside'
  readonly value: number
  /** Null where there is none that could be reached: the rule is about silence. */
  readonly limit: number | null
  readonly gateValue: number | null
  readonly happenedOffline: boolean
  readonly order: { readonly id: string; readonly number: string; readonly status: string } | null
  readonly folded: { readonly count: number; readonly unacknowledged: number }
  readonly parentId: string | null
  /** Activations in its busiest 60 s, when they make it a chattering alarm; else 0. */
  readonly chatter: number
  readonly stale: boolean
}

const SECTIONS = ['new', 'standing', 'returned', 'over'] as const

/** alarmView shapes an alarm for screens. */
export function alarmView(row: AlarmListRow, chatter: number, now: Date): AlarmView {
  const { id, key, siteId, state, priority, safety, value, limit, gateValue, happenedOffline, unit, parentId } = row
  const parsed = ruleDefinition.safeParse(row.definition)
  const active = state === 'unacknowledged-active' || state === 'acknowledged-active'
  return {
    id, key, siteId, state, priority, safety, value, limit: finiteLimit(limit), gateValue, happenedOffline, parentId, chatter,
    unit: parsed.success ? measureUnit(parsed.data, unit) : unit,
    section: SECTIONS[row.rank] ?? 'over',
    openedAt: row.openedAt.toISOString(), lastAt: row.lastAt.toISOString(), resolvedAt: row.resolvedAt?.toISOString() ?? null,
    acknowledged: row.acknowledgedAt && { at: row.acknowledgedAt.toISOString(), by: row.acknowledgedByName },
    asset: { id: row.assetId, tag: row.assetTag, name: row.assetName },
    line: row.groupName,
    failureMode: row.modeCode === null ? null : failureModeView({ code: row.modeCode, name: row.modeName ?? row.modeCode, consequence: row.consequence, text: row.modeText }),
    rule: { id: row.ruleId, name: row.ruleName },
    point: row.pointName,
    silence: key.endsWith(':no-data'),
    direction: readRuleShape(row.definition).direction,
    order: row.orderId === null || row.orderNo === null ? null : { id: row.orderId, number: formatNumber(row.orderNo), status: row.orderStatus ?? '' },
    folded: { count: row.folded, unacknowledged: row.foldedNew },
    stale: isStale({ active, openedAt: row.openedAt.getTime() }, now.getTime()),
  }
}
