import type { RuleDefinition } from '#server/core/condition/definition.ts'
import { checkOwnLimits } from '#server/core/condition/own-limits.ts'
import { limitOverrideSchema, type LimitOverride } from '#server/core/condition/override.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import { can, siteScope, type Actor } from '#server/core/people/actor.ts'
import { withTenant } from '#server/platform/db.ts'
import { machinesOf, overridesOf, type StoredOverride } from './overrides.repo.ts'
import { shapeOf } from './own-limits.ts'
import { findRule } from './rules.repo.ts'

/** OwnLimits is one machine's own limits for a rule; at is ISO. */
export interface OwnLimits {
  readonly limits: LimitOverride | null
  /** False where the rule has changed since so that they hold no more: then the rule's own do. */
  readonly fits: boolean
  readonly reason: string
  readonly version: number
  readonly at: string
  readonly by: string | null
}

/** OverrideRow is a machine with its own limits for a rule. */
export interface OverrideRow extends OwnLimits {
  readonly machine: { readonly id: string; readonly tag: string; readonly name: string }
  /** Whether this person may change them. */
  readonly mayChange: boolean
}

/** RuleOverrides is what machines of a rule's class have limits of their own, beside the rule's, and which others could. */
export interface RuleOverrides {
  readonly definition: RuleDefinition | null
  readonly rows: readonly OverrideRow[]
  /** Machines that this person may give limits of their own. */
  readonly others: readonly { readonly id: string; readonly tag: string; readonly name: string }[]
}

/** ownLimitsOf reads a machine's own limits as they are told on screens; a definition that is not known fits none. */
export const ownLimitsOf = (row: StoredOverride, definition: RuleDefinition | null): OwnLimits => {
  const parsed = limitOverrideSchema.safeParse(row.limits)
  const limits = parsed.success ? parsed.data : null
  return {
    limits, fits: limits !== null && definition !== null && checkOwnLimits(definition, limits).length === 0,
    reason: row.reason, version: row.version, at: row.at.toISOString(), by: row.byName,
  }
}

/** listOverrides lists the machines with limits of their own for a rule, as far as the person may see them; 'not-found' for a rule that is not theirs to see. */
export const listOverrides = (actor: Actor, input: { readonly ruleId: string }): Promise<RuleOverrides> =>
  withTenant(actor.orgId, async (tx) => {
    const rule = await findRule(tx, input.ruleId)
    if (!rule || (rule.asset && !can(actor, 'rule.read', rule.asset.siteId))) throw notFound('This rule')
    const scope = siteScope(actor, 'rule.read')
    const definition = shapeOf(rule)
    const stored = await overridesOf(tx, { ruleId: rule.id })
    const machines = rule.classId === null ? [] : await machinesOf(tx, rule.classId)
    const taken = new Set(stored.map((one) => one.assetId))
    return {
      definition,
      rows: stored.filter((one) => scope === 'all' || scope.includes(one.siteId)).map((one) => ({
        ...ownLimitsOf(one, definition), machine: { id: one.assetId, tag: one.assetTag, name: one.assetName }, mayChange: can(actor, 'rule.publish', one.siteId),
      })),
      others: machines.filter((one) => !taken.has(one.id) && can(actor, 'rule.publish', one.siteId)).map(({ id, tag, name }) => ({ id, tag, name })),
    }
  })
