import type { BaselineFinding } from '#server/core/condition/baseline-check.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { baselineQuestions, type BaselineQuestionRow, type RestartRow } from '#server/modules/condition/index.ts'
import type { Tx } from '#server/platform/db.ts'

/** RestartView is a moment from which a machine's baselines are learnt anew: what was done on what, under which order; at is ISO. */
export interface RestartView {
  readonly id: string
  readonly at: string
  readonly activity: string
  readonly item: string | null
  readonly order: string | null
}

/** BaselineFindingView is what a rule learnt since, against what it knew before: centres in the point's unit (UCUM). */
export interface BaselineFindingView {
  readonly finding: BaselineFinding
  readonly point: string
  readonly unit: string
  readonly was: number | null
  readonly is: number
  readonly rule: { readonly id: string; readonly name: string }
}

/** BaselineQuestion asks a person whether what was learnt since a repair may be judged by; learntAt is ISO, of event time. */
export interface BaselineQuestion extends RestartView {
  readonly learntAt: string
  readonly machine: Pick<BaselineQuestionRow, 'assetId' | 'assetTag' | 'assetName' | 'criticality' | 'line'>
  readonly findings: readonly BaselineFindingView[]
}

/** restartView tells a restart for screens. */
export const restartView = ({ id, at, activity, itemName, orderNo }: RestartRow): RestartView =>
  ({ id, at: at.toISOString(), activity, item: itemName, order: orderNo === null ? null : formatNumber(orderNo) })

const findingView = ({ finding, pointName, unit, was, is, ruleId, ruleName }: BaselineQuestionRow): BaselineFindingView =>
  ({ finding, point: pointName, unit, was, is, rule: { id: ruleId, name: ruleName } })

/** readBaselineQuestions lists what asks for a decision at sites ('all' for every one) or at one machine, one question per machine; what lies outside the zones comes first. */
export async function readBaselineQuestions(tx: Tx, sites: 'all' | readonly string[], assetId?: string): Promise<BaselineQuestion[]> {
  const rows = await baselineQuestions(tx, { siteIds: sites === 'all' ? null : sites, ...(assetId === undefined ? {} : { assetId }) })
  return [...Map.groupBy(rows, (row) => row.resetId).values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const { assetTag, assetName, criticality, line } = first
    const learntAt = Math.max(...own.map((row) => row.learntAt.getTime()))
    return [{
      ...restartView({ ...first, id: first.resetId }), learntAt: new Date(learntAt).toISOString(), machine: { assetId: first.assetId, assetTag, assetName, criticality, line },
      findings: own.map(findingView),
    }]
  })
}
