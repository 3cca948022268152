import type { Actor } from '#server/core/people/actor.ts'
import { withTenant } from '#server/platform/db.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import { subjectOf } from './subject.ts'

/** HistoryExtent is how much past there is to try a rule on: on how many machines, and from when to when readings of the points asked for are kept (null for none). */
export interface HistoryExtent { readonly machines: number; readonly kept: telemetry.PastExtent | null }

/** readExtent tells how much past there is of points, by their codes, on the machines that a rule concerns; throws 'not-found' when it is not theirs to see. */
export const readExtent = (actor: Actor, ruleId: string, codes: readonly string[]): Promise<HistoryExtent> =>
  withTenant(actor.orgId, async (tx) => {
    const { machines } = await subjectOf(tx, actor, ruleId, null)
    const points = machines.flatMap((machine) => machine.points.filter((point) => codes.includes(point.code)))
    return { machines: machines.length, kept: await telemetry.findExtent(tx.exec, points.map((point) => point.no)) }
  })
