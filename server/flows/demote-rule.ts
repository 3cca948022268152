import type { Actor } from '#server/core/people/actor.ts'
import { demoteRuleIn, type Demotion } from '#server/modules/condition/index.ts'
import { noteDemotion } from '#server/modules/work-orders/index.ts'
import { withTenant } from '#server/platform/db.ts'

/**
 * demoteRule takes a rule out of force and lets its version only be watched: it raises nothing more. The lane ends its incidents with the next
 * readings; its open orders stay, and tell who decided so and why.
 */
export const demoteRule = (actor: Actor, input: Demotion): Promise<{ version: number }> =>
  withTenant(actor.orgId, async (tx) => {
    const { version } = await demoteRuleIn(tx, actor, input)
    await noteDemotion(tx, actor, { ruleId: input.id, version, reason: input.reason })
    return { version }
  })
