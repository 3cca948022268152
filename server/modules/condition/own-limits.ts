import { ruleDefinition, type RuleDefinition } from '#server/core/condition/definition.ts'
import { checkOwnLimits, isTemplate } from '#server/core/condition/own-limits.ts'
import type { LimitOverride } from '#server/core/condition/override.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { touchSiteConfig } from '#server/platform/site-config.ts'
import { deleteOverride, findMachine, lockRuleShape, overridesOf, writeOverride, type OverridableMachine } from './overrides.repo.ts'
import { findRule, type StoredRule } from './rules.repo.ts'

/** SetOverride asks for one machine's own limits for a rule of its class; seen is the version of them that stood on the screen, 0 for none. */
export interface SetOverride {
  readonly ruleId: string
  readonly assetId: string
  readonly limits: LimitOverride
  readonly reason: string
  readonly seen: number
}

/** shapeOf is the definition that a machine's own limits must fit: the one in force, else the one that is watched, else the newest draft. */
export const shapeOf = (rule: Pick<StoredRule, 'versions' | 'publishedVersion' | 'shadowVersion'>): RuleDefinition | null => {
  const version = rule.versions.find((one) => one.version === (rule.publishedVersion ?? rule.shadowVersion)) ?? rule.versions[0]
  const parsed = ruleDefinition.safeParse(version?.definition)
  return parsed.success ? parsed.data : null
}

interface Place {
  readonly rule: StoredRule
  readonly machine: OverridableMachine
}

/** openPlace finds the rule and the machine for a person who may set limits there, and holds the rule as it is until the end of the transaction. */
async function openPlace(tx: Tx, actor: Actor, { ruleId, assetId }: Pick<SetOverride, 'ruleId' | 'assetId'>): Promise<Place> {
  await lockRuleShape(tx, ruleId)
  const machine = await findMachine(tx, assetId)
  if (!machine || !can(actor, 'rule.read', machine.siteId)) throw notFound('This machine')
  const rule = await findRule(tx, ruleId)
  if (!rule || (rule.asset && !can(actor, 'rule.read', rule.asset.siteId))) throw notFound('This rule')
  requirePermission(actor, 'rule.publish', machine.siteId)
  return { rule, machine }
}

const changedMeanwhile = (tag: string): AppError =>
  new AppError('conflict', `Somebody has changed the limits of ${tag} meanwhile. Look at what holds now, and set yours again if they still should.`)

async function told(tx: Tx, actor: Actor, action: string, { rule, machine }: Place, before: unknown, after: unknown): Promise<void> {
  const at = { machine: machine.tag, assetId: machine.id }
  await writeAudit(tx, { actor, action, entity: 'rule', entityId: rule.id, before: { ...at, limits: before }, after: { ...at, ...(after as object) } })
  // Limits of one machine concern the lane of its site only.
  await touchSiteConfig(tx.exec, tx.orgId, machine.siteId)
  await publishLive(tx.exec, tx.orgId, { entity: 'rule', id: rule.id })
  await publishLive(tx.exec, tx.orgId, { entity: 'asset', id: machine.id })
}

const standing = async (tx: Tx, ruleId: string, assetId: string) => (await overridesOf(tx, { ruleId })).find((one) => one.assetId === assetId)

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

// PostgreSQL keeps the fields of an object in an order of its own.
const inOrder = ({ limit, clear, low, high, bands }: LimitOverride): unknown => [limit, clear, low, high, bands?.map((band) => [band.limit, band.clear]) ?? null]

/**
 * setOverride gives one machine limits of its own for a rule of its class, with a reason; they hold from the next reading on. The same again changes nothing.
 * Throws 'invalid' where they make no sense for the rule, and 'conflict' when somebody changed them since the person looked.
 */
export const setOverride = (actor: Actor, input: SetOverride): Promise<{ version: number }> =>
  withTenant(actor.orgId, async (tx) => {
    const place = await openPlace(tx, actor, input)
    const { rule, machine } = place
    if (rule.assetId !== null) throw new AppError('conflict', 'This rule is of one machine already: change its limits in the rule itself.')
    if (machine.classId !== rule.classId) throw new AppError('invalid', `${machine.tag} is not of the class that this rule judges.`)
    const shape = shapeOf(rule)
    if (shape === null) throw new AppError('conflict', 'This rule cannot be read any more: change the rule first.')
    const [problem] = checkOwnLimits(shape, input.limits)
    if (problem) throw new AppError('invalid', problem.message, { path: problem.path, key: problem.key })
    if (isTemplate(shape, input.limits)) throw new AppError('invalid', 'These are the limits that the rule has for every machine: there is nothing of its own to set.', { key: 'same' })
    const before = await standing(tx, rule.id, machine.id)
    const kept = before && same(inOrder(before.limits as LimitOverride), inOrder(input.limits)) && before.reason === input.reason
    if (kept) return { version: before.version }
    const personId = actor.type === 'person' ? actor.personId : null
    const version = await writeOverride(tx, { ...input, personId, at: now() })
    if (version === null) throw changedMeanwhile(machine.tag)
    await told(tx, actor, 'rule.set-override', place, before?.limits ?? null, { limits: input.limits, reason: input.reason })
    return { version }
  })

/** removeOverride lets the rule's own limits hold for a machine again, with a reason. Removing what is gone changes nothing; throws 'conflict' when it was changed since. */
export const removeOverride = (actor: Actor, input: Omit<SetOverride, 'limits'>): Promise<{ removed: boolean }> =>
  withTenant(actor.orgId, async (tx) => {
    const place = await openPlace(tx, actor, input)
    const before = await standing(tx, input.ruleId, input.assetId)
    if (!before) return { removed: false }
    if (!(await deleteOverride(tx, input))) throw changedMeanwhile(place.machine.tag)
    await told(tx, actor, 'rule.remove-override', place, before.limits, { limits: null, reason: input.reason })
    return { removed: true }
  })
