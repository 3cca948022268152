import type { Reason } from '#server/core/sync/answer.ts'
import type { Outcome } from '#server/core/sync/outcome.ts'
import type { Tx } from '#server/platform/db.ts'

/** OperationRow is an operation with what became of it. */
export interface OperationRow {
  readonly opId: string
  readonly deviceId: string
  readonly personId: string
  readonly seq: number
  readonly entityKind: string
  readonly entityId: string
  readonly kind: string
  readonly payload: unknown
  readonly outcome: Outcome
  readonly reason: Reason | null
  readonly result: unknown
  readonly doneAt: Date
}

/** RememberedOperation is what is told again when an operation comes again. */
export interface RememberedOperation {
  readonly personId: string
  readonly outcome: Outcome
  readonly reason: Reason | null
  readonly result: unknown
}

/** rememberedOperation finds what became of an operation; null when it has not come before. */
export async function rememberedOperation(tx: Tx, opId: string): Promise<RememberedOperation | null> {
  const [row] = await tx.exec.query<RememberedOperation>(
    'SELECT person_id AS "personId", outcome, reason, result FROM applied_op WHERE org_id = $1::uuid AND op_id = $2::uuid',
    [tx.orgId, opId],
  )
  return row ?? null
}

/** rememberOperation keeps what became of an operation; one that is remembered already violates the key. */
export async function rememberOperation(tx: Tx, row: OperationRow): Promise<void> {
  await tx.exec.query(
    `INSERT INTO applied_op (org_id, op_id, device_id, person_id, seq, entity_kind, entity_id, kind, payload, outcome, reason, result, done_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6, $7::uuid, $8, $9::jsonb, $10, $11::jsonb, $12::jsonb, $13::timestamptz)`,
    [
      tx.orgId, row.opId, row.deviceId, row.personId, row.seq, row.entityKind, row.entityId, row.kind, JSON.stringify(row.payload ?? null), row.outcome,
      row.reason === null ? null : JSON.stringify(row.reason), JSON.stringify(row.result ?? null), row.doneAt,
    ],
  )
}
