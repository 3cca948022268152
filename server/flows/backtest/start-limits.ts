import * as z from 'zod'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { requirePermission, type Actor } from '#server/core/people/actor.ts'
import { isLearnable } from '#server/core/limits/learnable.ts'
import { parseDefinition } from '#server/modules/condition/index.ts'
import { withTenant } from '#server/platform/db.ts'
import { checkedRange, insertJob, type BacktestAsk } from './start-backtest.ts'
import { subjectOf } from './subject.ts'

/** limitsAsk parses from which point limits shall be learnt, and by which point the machine's state is told, cut into how many bands; null for the rule's own bands. */
export const limitsAsk = z.object({ pointId: z.uuid(), gate: z.object({ code: z.string().min(1).max(64), bands: z.int().min(2).max(8) }).nullable() })
export type LimitsAsk = z.infer<typeof limitsAsk>

/**
 * startLimits asks for limits to be learnt from a point's history, in a background job. Throws 'invalid' for a definition or a range that does not fit,
 * or whose measure cannot be read off one point; 'not-found' for what is not theirs to see.
 */
export async function startLimits(actor: Actor, ask: Omit<BacktestAsk, 'assetIds'> & LimitsAsk): Promise<{ id: string }> {
  const definition = parseDefinition(ask.definition)
  const range = checkedRange(ask)
  if (!isLearnable(definition.measure)) throw new AppError('invalid', 'Limits can be proposed for rules that judge the value of one point, its rate, its deviation, its noise or its clipping.')
  return withTenant(actor.orgId, async (tx) => {
    const { rule, machines } = await subjectOf(tx, actor, ask.ruleId, null)
    const machine = machines.find((one) => one.points.some((point) => point.id === ask.pointId))
    if (machine === undefined) throw notFound('This point')
    requirePermission(actor, 'rule.edit', machine.siteId)
    const { pointId, gate } = ask
    if (gate !== null && !machine.points.some((point) => point.code === gate.code)) throw notFound('The point that tells the state of the machine')
    return { id: await insertJob(tx, actor, 'limits', { rule, machines: [machine] }, { definition, compared: null, ask: { pointId, gate }, ...range }) }
  })
}
