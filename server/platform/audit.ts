import type { Actor } from '../core/people/actor.ts'
import type { Exec } from './db.ts'
import { newId } from './ids.ts'
import { currentRequestId } from './request.ts'

/** AuditEntry is one change: who did what to which thing, and what it was before and after. */
export interface AuditEntry {
  readonly actor: Actor
  /** What was done, as "<entity>.<verb>": work-order.complete, rule.publish. */
  readonly action: string
  readonly entity: string
  readonly entityId: string
  readonly before?: unknown
  readonly after?: unknown
  readonly requestId?: string
}

const SECRET = /password|secret|token|keyhash|key_hash|authorization|cookie/i

const withoutSecrets = (_name: string, value: unknown): unknown => (SECRET.test(_name) ? '[hidden]' : value)

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value, withoutSecrets))

const actorId = (actor: Actor): string | null => {
  switch (actor.type) {
    case 'person':
      return actor.personId
    case 'machine':
      return actor.keyId
    case 'guest':
      return actor.guestId
    case 'system':
      return null
  }
}

/** writeAudit adds one audit row in the transaction of the change; values named like secrets are hidden. */
export async function writeAudit(tx: { readonly orgId: string; readonly exec: Exec }, entry: AuditEntry): Promise<void> {
  await tx.exec.query(
    `INSERT INTO audit (org_id, id, actor_type, actor_id, action, entity, entity_id, before, after, request_id)
     VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10)`,
    [
      tx.orgId, newId(), entry.actor.type, actorId(entry.actor), entry.action, entry.entity, entry.entityId,
      json(entry.before), json(entry.after), entry.requestId ?? currentRequestId() ?? null,
    ],
  )
}
