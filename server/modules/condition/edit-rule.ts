import { AppError, notFound } from '#server/core/kernel/errors.ts'
import type { Actor } from '#server/core/people/actor.ts'
import { ruleRefusal } from '#server/core/rules/rule-sentences.ts'
import { writeAudit } from '../../platform/audit.ts'
import { withTenant, type Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { publishLive } from '../../platform/live.ts'
import { violatedIndex } from '../../platform/unique-violation.ts'
import { changeRuleIn, parseDefinition, requireAt } from './change-rule.ts'
import { hasBeenWatched } from './life.repo.ts'
import { findScope, insertRule, insertVersion, updateDraft } from './rules.repo.ts'

/** NewRule asks for a rule of a class (all its assets) or of one asset, as a draft. */
export interface NewRule {
  readonly name: string
  readonly classId?: string | undefined
  readonly assetId?: string | undefined
  readonly definition: unknown
}

/** createRule makes a rule as a draft; it judges nothing until it is published. */
export const createRule = (actor: Actor, input: NewRule): Promise<{ id: string }> => withTenant(actor.orgId, (tx) => createRuleIn(tx, actor, input))

/** createRuleIn makes a rule as a draft in the caller's transaction. */
export async function createRuleIn(tx: Tx, actor: Actor, input: NewRule): Promise<{ id: string }> {
  const definition = parseDefinition(input.definition)
  if ((input.classId === undefined) === (input.assetId === undefined)) throw new AppError('invalid', ruleRefusal('no-place'))
  requireAt(actor, 'rule.edit', await siteOfScope(tx, input))
  const id = newId()
  const createdBy = actor.type === 'person' ? actor.personId : null
  const rule = { id, versionId: newId(), name: input.name, classId: input.classId ?? null, assetId: input.assetId ?? null, definition, createdBy }
  await insertRule(tx, rule).catch((error: unknown) => {
    if (violatedIndex(error) !== 'rule_org_id_name_key') throw error
    throw new AppError('conflict', ruleRefusal('name-taken', { name: input.name }))
  })
  await writeAudit(tx, { actor, action: 'rule.create', entity: 'rule', entityId: id, after: { name: input.name, definition } })
  await publishLive(tx.exec, tx.orgId, { entity: 'rule', id })
  return { id }
}

async function siteOfScope(tx: Tx, input: NewRule): Promise<string | undefined> {
  const place = await findScope(tx, { classId: input.classId ?? null, assetId: input.assetId ?? null })
  if (!place) throw notFound(input.assetId === undefined ? 'This class' : 'This machine')
  return place.siteId ?? undefined
}

/** saveDraft replaces the rule's draft, or begins a new one after a version that is published or was watched in shadow: what was counted stays that version's. */
export const saveDraft = (actor: Actor, input: { id: string; definition: unknown }): Promise<{ version: number }> =>
  withTenant(actor.orgId, (tx) => saveDraftIn(tx, actor, input))

/** saveDraftIn does so in the caller's transaction. */
export const saveDraftIn = (tx: Tx, actor: Actor, input: { id: string; definition: unknown }): Promise<{ version: number }> =>
  changeRuleIn(tx, actor, 'rule.edit', input.id, 'rule.save-draft', async (rule) => {
    const definition = parseDefinition(input.definition)
    const newest = rule.versions[0]
    const isFree = newest?.publishedAt === null && newest.version !== rule.shadowVersion && !(await hasBeenWatched(tx, newest.id))
    if (newest && isFree && (await updateDraft(tx, newest.id, definition))) return { version: newest.version }
    const version = (newest?.version ?? 0) + 1
    await insertVersion(tx, { id: newId(), ruleId: rule.id, version, definition, createdBy: actor.type === 'person' ? actor.personId : null })
    return { version }
  })

/** addDraftIn begins a new draft beside any that is there, in the caller's transaction: what others are writing stays as it is. */
export const addDraftIn = (tx: Tx, actor: Actor, input: { id: string; definition: unknown }): Promise<{ version: number }> =>
  changeRuleIn(tx, actor, 'rule.edit', input.id, 'rule.save-draft', async (rule) => {
    const definition = parseDefinition(input.definition)
    const version = (rule.versions[0]?.version ?? 0) + 1
    await insertVersion(tx, { id: newId(), ruleId: rule.id, version, definition, createdBy: actor.type === 'person' ? actor.personId : null })
    return { version }
  })

/** noteProposalIn keeps in the audit that a person dismissed a proposal, in the caller's transaction; it needs the permission to write the rule. */
export const noteProposalIn = (tx: Tx, actor: Actor, input: { id: string; key: string; reason: string | null }): Promise<object> =>
  changeRuleIn(tx, actor, 'rule.edit', input.id, 'rule.dismiss-proposal', () => Promise.resolve({ key: input.key, reason: input.reason }))
