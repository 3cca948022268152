import { AppError, notFound } from '#server/core/kernel/errors.ts'
import type { Category } from '#server/core/notify/kinds.ts'
import { parseAllowed, parseTarget } from '#server/core/outbound/target.ts'
import { can, requireEverywhere, requirePermission, siteScope, type Actor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { webhookSecret } from '#server/platform/outbound/keys.ts'
import { resolveTarget } from '#server/platform/outbound/resolve.ts'
import { violatedIndex } from '#server/platform/unique-violation.ts'
import type { Rung } from '../tell/tell.repo.ts'
import { tellOneWebhook } from '../tell/tell-webhooks.ts'
import { allowList, allowRows, deleteAllowed, insertAllowed, type AllowRow } from './allow.repo.ts'
import { deleteWebhook, insertWebhook, siteExists, updateWebhook, webhookById, webhooksOf, type WebhookFields, type WebhookRow } from './webhooks.repo.ts'

/** WebhookInput is a webhook as an administrator describes it; siteId null is for every site. */
export interface WebhookInput {
  readonly label: string
  readonly address: string
  readonly siteId: string | null
  readonly categories: readonly Category[]
  readonly minPriority: number
}

const person = (actor: Actor): string | null => (actor.type === 'person' ? actor.personId : null)

function requireWebhook(actor: Actor, siteId: string | null): void {
  if (siteId === null) requireEverywhere(actor, 'webhook.edit')
  else requirePermission(actor, 'webhook.edit', siteId)
}

async function locked(tx: Tx, actor: Actor, id: string): Promise<WebhookRow> {
  const row = await webhookById(tx, id)
  if (!row || (row.siteId === null ? siteScope(actor, 'webhook.edit') !== 'all' : !can(actor, 'webhook.edit', row.siteId))) throw notFound('This webhook')
  return row
}

// Now, so that a mistake is seen by the person who makes it; and again at every message, since names move.
async function checkAddress(orgId: string, address: string): Promise<string> {
  const target = parseTarget(address)
  if (!target.ok) throw new AppError('invalid', target.error, { field: 'address' })
  const allowed = await withTenant(orgId, allowList)
  try {
    await resolveTarget(target.value, allowed)
  } catch (error) {
    if (error instanceof AppError) throw new AppError('invalid', error.message, { ...error.facts, field: 'address' })
    throw error
  }
  return target.value.url
}

/** listWebhooks shows the webhooks in the actor's reach, with how they last went, and the allow list; never a secret. */
export async function listWebhooks(actor: Actor): Promise<{ webhooks: WebhookRow[]; allowed: AllowRow[] }> {
  requirePermission(actor, 'webhook.edit')
  return withTenant(actor.orgId, async (tx) => ({
    webhooks: (await webhooksOf(tx)).filter(({ siteId }) => (siteId === null ? siteScope(actor, 'webhook.edit') === 'all' : can(actor, 'webhook.edit', siteId))),
    allowed: siteScope(actor, 'webhook.edit') === 'all' ? await allowRows(tx) : [],
  }))
}

/** createWebhook makes a webhook and tells its signing secret, this once; 'invalid' when its address may not be used. */
export async function createWebhook(actor: Actor, input: WebhookInput): Promise<{ id: string; secret: string }> {
  if (input.siteId !== null && !can(actor, 'webhook.edit', input.siteId)) throw notFound('This site')
  requireWebhook(actor, input.siteId)
  const fields: WebhookFields = { ...input, address: await checkAddress(actor.orgId, input.address), enabled: true }
  return withTenant(actor.orgId, async (tx) => {
    if (input.siteId !== null && !(await siteExists(tx, input.siteId))) throw notFound('This site')
    const id = await insertWebhook(tx, fields, person(actor))
    await writeAudit(tx, { actor, action: 'webhook.create', entity: 'webhook', entityId: id, after: fields })
    return { id, secret: webhookSecret(id, 1) }
  })
}

/** WebhookChange is what may be changed of a webhook. */
export type WebhookChange = { readonly id: string; readonly enabled?: boolean } & Partial<Pick<WebhookInput, 'label' | 'categories' | 'minPriority'>>

/** changeWebhook changes what a webhook hears of, or switches it on or off. Its address stays: another address is another webhook. */
export async function changeWebhook(actor: Actor, input: WebhookChange): Promise<void> {
  await withTenant(actor.orgId, async (tx) => {
    const { id, ...fields } = input
    const before = await locked(tx, actor, id)
    await updateWebhook(tx, id, fields)
    await writeAudit(tx, { actor, action: 'webhook.change', entity: 'webhook', entityId: id, before, after: fields })
  })
}

/** renewSecret gives a webhook a new signing secret and tells it, this once; the old one is no longer used. */
export async function renewSecret(actor: Actor, input: { readonly id: string }): Promise<{ secret: string }> {
  return withTenant(actor.orgId, async (tx) => {
    const { id, secretVersion } = await locked(tx, actor, input.id)
    await updateWebhook(tx, id, { secretVersion: secretVersion + 1 })
    await writeAudit(tx, { actor, action: 'webhook.renew', entity: 'webhook', entityId: id, after: { version: secretVersion + 1 } })
    return { secret: webhookSecret(id, secretVersion + 1) }
  })
}

/** removeWebhook takes a webhook away for good. */
export async function removeWebhook(actor: Actor, input: { readonly id: string }): Promise<void> {
  await withTenant(actor.orgId, async (tx) => {
    const before = await locked(tx, actor, input.id)
    await deleteWebhook(tx, before.id)
    await writeAudit(tx, { actor, action: 'webhook.remove', entity: 'webhook', entityId: before.id, before })
  })
}

/** testWebhook leaves a test message for a webhook, which is really sent; gives the message to ring for. */
export async function testWebhook(actor: Actor, input: { readonly id: string }): Promise<Rung> {
  return withTenant(actor.orgId, async (tx) => {
    const webhook = await locked(tx, actor, input.id)
    await updateWebhook(tx, webhook.id, {})
    return tellOneWebhook(tx, webhook, {
      key: `test:${newId()}`, siteId: webhook.siteId, zone: 'UTC', priority: null, safety: false, subject: { type: 'endpoint', id: webhook.id }, params: { endpoint: webhook.label },
    })
  })
}

/** allow lets messages go to a host or network inside the plant; 'invalid' when it is none, 'conflict' when it is there already. */
export async function allow(actor: Actor, input: { readonly pattern: string; readonly note: string | null }): Promise<{ id: string }> {
  requireEverywhere(actor, 'webhook.edit')
  const pattern = input.pattern.trim().toLowerCase()
  if (!parseAllowed(pattern)) throw new AppError('invalid', 'Enter a host, an address or a network, such as gateway.plant.local, 10.1.2.3:8080 or 10.1.2.0/24.', { field: 'pattern' })
  try {
    return await withTenant(actor.orgId, async (tx) => {
      const id = await insertAllowed(tx, { pattern, note: input.note, createdBy: person(actor) })
      await writeAudit(tx, { actor, action: 'outbound.allow', entity: 'outbound-allow', entityId: id, after: { pattern, note: input.note } })
      return { id }
    })
  } catch (error) {
    if (violatedIndex(error) === 'outbound_allow_org_id_pattern_key') throw new AppError('conflict', 'This is allowed already.', { field: 'pattern' })
    throw error
  }
}

/** disallow takes an entry from the allow list. */
export async function disallow(actor: Actor, input: { readonly id: string }): Promise<void> {
  if (siteScope(actor, 'webhook.edit') !== 'all') throw notFound('This entry')
  await withTenant(actor.orgId, async (tx) => {
    const pattern = await deleteAllowed(tx, input.id)
    if (pattern === null) throw notFound('This entry')
    await writeAudit(tx, { actor, action: 'outbound.disallow', entity: 'outbound-allow', entityId: input.id, before: { pattern } })
  })
}
