import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { HOUR_MS } from '#server/core/kernel/time.ts'
import type { Category } from '#server/core/notify/kinds.ts'
import { parseTarget } from '#server/core/outbound/target.ts'
import { can, requireEverywhere, requirePermission, siteScope, type Actor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { allowedInside } from '#server/platform/outbound/allow.ts'
import { webhookSecret } from '#server/platform/outbound/keys.ts'
import { resolveTarget } from '#server/platform/outbound/resolve.ts'
import type { Rung } from '../tell/tell.repo.ts'
import { tellOneWebhook } from '../tell/tell-webhooks.ts'
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
async function checkAddress(address: string): Promise<string> {
  const target = parseTarget(address)
  if (!target.ok) throw new AppError('invalid', target.error, { field: 'address' })
  try {
    await resolveTarget(target.value, allowedInside())
  } catch (error) {
    if (error instanceof AppError) throw new AppError('invalid', error.message, { ...error.facts, field: 'address' })
    throw error
  }
  return target.value.url
}

/** listWebhooks shows the webhooks in the actor's reach, with how they last went; never a secret. */
export async function listWebhooks(actor: Actor): Promise<WebhookRow[]> {
  requirePermission(actor, 'webhook.edit')
  const reaches = ({ siteId }: WebhookRow): boolean => (siteId === null ? siteScope(actor, 'webhook.edit') === 'all' : can(actor, 'webhook.edit', siteId))
  return withTenant(actor.orgId, async (tx) => (await webhooksOf(tx)).filter(reaches))
}

/** createWebhook makes a webhook and tells its signing secret, this once; 'invalid' when its address may not be used. */
export async function createWebhook(actor: Actor, input: WebhookInput): Promise<{ id: string; secret: string }> {
  if (input.siteId !== null && !can(actor, 'webhook.edit', input.siteId)) throw notFound('This site')
  requireWebhook(actor, input.siteId)
  const fields: WebhookFields = { ...input, address: await checkAddress(input.address), enabled: true }
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

// Long enough for somebody to set the new secret at the receiver on the next working day.
const OVERLAP_MS = 24 * HOUR_MS

/** RenewedSecret is a new signing secret, and until when messages also carry a signature of the old one; null when that ended at once. */
export interface RenewedSecret {
  readonly secret: string
  readonly oldUntil: Date | null
}

/**
 * renewSecret gives a webhook a new signing secret and tells it, this once. For a day messages are signed with both, so that none is
 * refused while the receiver is changed; with `atOnce`, for one that others may know, the old one ends now.
 */
export async function renewSecret(actor: Actor, input: { readonly id: string; readonly atOnce: boolean }): Promise<RenewedSecret> {
  return withTenant(actor.orgId, async (tx) => {
    const { id, secretVersion } = await locked(tx, actor, input.id)
    const oldUntil = input.atOnce ? null : new Date(now().getTime() + OVERLAP_MS)
    await updateWebhook(tx, id, { secretVersion: secretVersion + 1, oldSecretUntil: oldUntil })
    await writeAudit(tx, { actor, action: 'webhook.renew', entity: 'webhook', entityId: id, after: { version: secretVersion + 1, oldUntil } })
    return { secret: webhookSecret(id, secretVersion + 1), oldUntil }
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
