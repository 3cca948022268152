import { ruleDefinition, type RuleDefinition } from '#server/core/condition/definition.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { requireEverywhere, requirePermission, type Actor } from '#server/core/people/actor.ts'
import type { Permission } from '#server/core/people/permissions.ts'
import { writeAudit } from '../../platform/audit.ts'
import { now } from '../../platform/clock.ts'
import { withTenant, type Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { publishLive } from '../../platform/live.ts'
import { touchSiteConfig } from '../../platform/site-config.ts'
import { violatedIndex } from '../../platform/unique-violation.ts'
import { findRule, findScope, insertRule, insertVersion, publishVersion, retireRule as retire, updateDraft, type StoredRule } from './rules.repo.ts'

/** NewRule asks for a rule of a class (all its assets) or of one asset, as a draft. */
export interface NewRule {
  readonly name: string
  readonly classId?: string | undefined
  readonly assetId?: string | undefined
  readonly definition: unknown
}

/** parseDefinition reads a definition, or throws 'invalid' with the place and the reason of every fault. */
export function parseDefinition(given: unknown): RuleDefinition {
  const parsed = ruleDefinition.safeParse(given)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.map(String), message: issue.message }))
  throw new AppError('invalid', issues[0]?.message ?? 'This rule is not complete.', { issues })
}

// A class rule judges assets at every site, so it needs the permission at every site; an asset's rule at its own.
const ruleSite = (rule: StoredRule): string | undefined => rule.asset?.siteId

async function change<T>(actor: Actor, permission: Permission, ruleId: string, action: string, work: (tx: Tx, rule: StoredRule) => Promise<T>): Promise<T> {
  return withTenant(actor.orgId, async (tx) => {
    const rule = await findRule(tx, ruleId)
    if (!rule) throw notFound('This rule')
    requireAt(actor, permission, ruleSite(rule))
    const result = await work(tx, rule)
    await writeAudit(tx, { actor, action, entity: 'rule', entityId: ruleId, before: { status: rule.status, publishedVersion: rule.publishedVersion }, after: result })
    await publishLive(tx.exec, tx.orgId, { entity: 'rule', id: ruleId })
    return result
  })
}

function requireAt(actor: Actor, permission: Permission, siteId: string | undefined): void {
  if (siteId === undefined) requireEverywhere(actor, permission)
  else requirePermission(actor, permission, siteId)
}

/** createRule makes a rule as a draft; it judges nothing until it is published. */
export async function createRule(actor: Actor, input: NewRule): Promise<{ id: string }> {
  const definition = parseDefinition(input.definition)
  if ((input.classId === undefined) === (input.assetId === undefined)) throw new AppError('invalid', 'Choose either a class of machines or one machine.')
  return withTenant(actor.orgId, async (tx) => {
    const siteId = await siteOfScope(tx, input)
    requireAt(actor, 'rule.edit', siteId)
    const id = newId()
    const createdBy = actor.type === 'person' ? actor.personId : null
    const rule = { id, versionId: newId(), name: input.name, classId: input.classId ?? null, assetId: input.assetId ?? null, definition, createdBy }
    await insertRule(tx, rule).catch((error: unknown) => {
      if (violatedIndex(error) !== 'rule_org_id_name_key') throw error
      throw new AppError('conflict', `There is a rule with the name "${input.name}" already: choose another name.`)
    })
    await writeAudit(tx, { actor, action: 'rule.create', entity: 'rule', entityId: id, after: { name: input.name, definition } })
    await publishLive(tx.exec, tx.orgId, { entity: 'rule', id })
    return { id }
  })
}

async function siteOfScope(tx: Tx, input: NewRule): Promise<string | undefined> {
  const place = await findScope(tx, { classId: input.classId ?? null, assetId: input.assetId ?? null })
  if (!place) throw notFound(input.assetId === undefined ? 'This class' : 'This machine')
  return place.siteId ?? undefined
}

/** saveDraft replaces the rule's draft, or begins a new one after a version that is published or being watched in shadow: what was counted stays that version's. */
export const saveDraft = (actor: Actor, input: { id: string; definition: unknown }): Promise<{ version: number }> =>
  change(actor, 'rule.edit', input.id, 'rule.save-draft', async (tx, rule) => {
    const definition = parseDefinition(input.definition)
    const newest = rule.versions[0]
    if (newest && newest.publishedAt === null && newest.version !== rule.shadowVersion && (await updateDraft(tx, newest.id, definition))) return { version: newest.version }
    const version = (newest?.version ?? 0) + 1
    await insertVersion(tx, { id: newId(), ruleId: rule.id, version, definition, createdBy: actor.type === 'person' ? actor.personId : null })
    return { version }
  })

/** publishRule puts the draft in force with a note of why; its states begin anew. */
export const publishRule = (actor: Actor, input: { id: string; note: string }): Promise<{ version: number }> =>
  change(actor, 'rule.publish', input.id, 'rule.publish', async (tx, rule) => {
    const draft = rule.versions[0]
    const republish = draft && draft.publishedAt !== null && rule.status === 'retired'
    if (!draft || (draft.publishedAt !== null && !republish)) throw new AppError('conflict', 'There is no draft to publish: change the rule first.')
    parseDefinition(draft.definition)
    await publishVersion(tx, rule.id, draft, input.note, now())
    await touchSiteConfig(tx.exec, tx.orgId, ruleSite(rule))
    return { version: draft.version }
  })

/** retireRule takes the rule out of force; its incidents resolve. */
export const retireRule = (actor: Actor, input: { id: string }): Promise<{ status: 'retired' }> =>
  change(actor, 'rule.publish', input.id, 'rule.retire', async (tx, rule) => {
    if (rule.status !== 'published') throw new AppError('conflict', 'Only a published rule can be retired.')
    await retire(tx, rule.id)
    await touchSiteConfig(tx.exec, tx.orgId, ruleSite(rule))
    return { status: 'retired' as const }
  })
