import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor } from '#server/core/people/actor.ts'
import type { Tx } from '#server/platform/db.ts'
import { findRuleScope, readMachines, type RuleScope, type SubjectMachine } from '#server/modules/backtests/index.ts'

/** Subject is a rule with the machines on which it shall be tried. */
export interface Subject { readonly rule: RuleScope; readonly machines: readonly SubjectMachine[] }

/** subjectOf finds a rule and the machines asked for, else all that it concerns where the person may change rules; throws 'not-found' for what is not theirs to see. */
export async function subjectOf(tx: Tx, actor: Actor, ruleId: string, assetIds: readonly string[] | null): Promise<Subject> {
  const rule = await findRuleScope(tx.exec, tx.orgId, ruleId)
  if (rule === null) throw notFound('This rule')
  const concerned = rule.assetId !== null ? { ids: [rule.assetId] } : rule.classId === null ? null : { classId: rule.classId }
  const all = concerned === null ? [] : await readMachines(tx.exec, tx.orgId, concerned)
  // A rule of one machine at another site does not exist for this person.
  if (rule.assetId !== null && !all.some((machine) => can(actor, 'rule.read', machine.siteId))) throw notFound('This rule')
  const machines = assetIds === null ? all.filter((machine) => can(actor, 'rule.edit', machine.siteId)) : all.filter((machine) => assetIds.includes(machine.id))
  if (assetIds?.some((id) => !machines.some((machine) => machine.id === id && can(actor, 'rule.read', machine.siteId)))) throw notFound('This machine')
  for (const { siteId } of machines) requirePermission(actor, 'rule.edit', siteId)
  if (machines.length === 0) throw new AppError('conflict', 'This rule concerns no machine here, so there is no history to try it on.')
  return { rule, machines }
}
