import { ruleDefinition, type RuleDefinition } from '#server/core/condition/definition.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { requireEverywhere, requirePermission, type Actor } from '#server/core/people/actor.ts'
import type { Permission } from '#server/core/people/permissions.ts'
import { writeAudit } from '../../platform/audit.ts'
import { withTenant, type Tx } from '../../platform/db.ts'
import { publishLive } from '../../platform/live.ts'
import { findRule, type StoredRule } from './rules.repo.ts'

/** parseDefinition reads a definition, or throws 'invalid' with the place and the reason of every fault. */
export function parseDefinition(given: unknown): RuleDefinition {
  const parsed = ruleDefinition.safeParse(given)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map((issue) => {
    const { key = issue.code, bound = null } = (issue.code === 'custom' ? issue.params : undefined) ?? {}
    return { path: issue.path.map(String), message: issue.message, key: key as unknown, bound: bound as unknown }
  })
  throw new AppError('invalid', issues[0]?.message ?? 'This rule is not complete.', { issues })
}

/** ruleSite is the site of a rule of one machine. A class rule judges machines at every site, so it has none and needs the permission at every site. */
export const ruleSite = (rule: StoredRule): string | undefined => rule.asset?.siteId

/** requireAt throws 'forbidden' unless the actor holds the permission at the site, or at every one where none is named. */
export function requireAt(actor: Actor, permission: Permission, siteId: string | undefined): void {
  if (siteId === undefined) requireEverywhere(actor, permission)
  else requirePermission(actor, permission, siteId)
}

/** changeRuleIn runs a change of one rule in the caller's transaction, with its permission, audit row and live notice. */
export async function changeRuleIn<T>(tx: Tx, actor: Actor, permission: Permission, ruleId: string, action: string, work: (rule: StoredRule) => Promise<T>): Promise<T> {
  const rule = await findRule(tx, ruleId)
  if (!rule) throw notFound('This rule')
  requireAt(actor, permission, ruleSite(rule))
  const result = await work(rule)
  const before = { status: rule.status, publishedVersion: rule.publishedVersion, shadowVersion: rule.shadowVersion }
  await writeAudit(tx, { actor, action, entity: 'rule', entityId: ruleId, before, after: result })
  await publishLive(tx.exec, tx.orgId, { entity: 'rule', id: ruleId })
  return result
}

/** changeRule runs a change of one rule in a transaction of its own. */
export const changeRule = <T>(actor: Actor, permission: Permission, ruleId: string, action: string, work: (tx: Tx, rule: StoredRule) => Promise<T>): Promise<T> =>
  withTenant(actor.orgId, (tx) => changeRuleIn(tx, actor, permission, ruleId, action, (rule) => work(tx, rule)))
