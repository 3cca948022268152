import * as z from 'zod'
import type { Place, Standing } from '#server/core/permits/conflicts.ts'
import type { PermitFacts } from '#server/core/permits/decide.ts'
import type { GasTest } from '#server/core/permits/gas.ts'
import { PERMIT_KINDS } from '#server/core/permits/kinds.ts'
import { PERMIT_STATUSES } from '#server/core/permits/transitions.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'

const gasTests = z.array(z.object({
  gas: z.string(), value: z.number(), unit: z.string(), low: z.number().nullable(), high: z.number().nullable(), at: z.coerce.date(), by: z.uuid(),
}))

/** HeldOrder is the order that a permit is for, taken for this transaction. */
export interface HeldOrder {
  readonly id: string
  readonly siteId: string
  readonly assetId: string
  readonly status: string
  /** The database's clock when it was read. */
  readonly now: Date
}

/** takeOrder takes an order for this transaction; null when the tenant has none of that id. */
export async function takeOrder(tx: Tx, id: string): Promise<HeldOrder | null> {
  await tx.exec.query('SELECT 1 FROM work_order WHERE org_id = $1::uuid AND id = $2::uuid FOR UPDATE', [tx.orgId, id])
  const [row] = await tx.exec.query<HeldOrder>(
    'SELECT id, site_id AS "siteId", asset_id AS "assetId", status, clock_timestamp() AS now FROM work_order WHERE org_id = $1::uuid AND id = $2::uuid', [tx.orgId, id],
  )
  return row ?? null
}

/** orderOfPermit finds which order a permit is for; null when the tenant has no such permit. */
export async function orderOfPermit(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.db.permit.findUnique({ where: { orgId_id: { orgId: tx.orgId, id } }, select: { workOrderId: true } })
  return row?.workOrderId ?? null
}

/** StoredPermit is a permit with what commands need to know of it. */
export interface StoredPermit extends PermitFacts {
  readonly id: string
  readonly no: number
  readonly workOrderId: string
  readonly assetId: string
  readonly siteId: string
  readonly issuerId: string
  readonly work: string
  readonly precautions: readonly string[]
  readonly issuedAt: Date
  readonly closedAt: Date | null
}

type Row = Omit<StoredPermit, 'kind' | 'status' | 'gasTests' | 'precautions' | 'from' | 'to'> & { kind: string; status: string; gasTests: unknown; precautions: unknown; fromAt: Date; toAt: Date }

/** readPermit shapes a stored permit. */
export const readPermit = ({ fromAt, toAt, ...row }: Row): StoredPermit => ({
  ...row, from: fromAt, to: toAt, kind: z.enum(PERMIT_KINDS).parse(row.kind), status: z.enum(PERMIT_STATUSES).parse(row.status),
  gasTests: gasTests.parse(row.gasTests), precautions: z.array(z.string()).parse(row.precautions),
})

/** findPermit reads a permit; null when the tenant has none of that id. */
export async function findPermit(tx: Tx, id: string): Promise<StoredPermit | null> {
  const row = await tx.db.permit.findUnique({ where: { orgId_id: { orgId: tx.orgId, id } } })
  return row && readPermit(row)
}

/** permitOfOp finds which permit an operation was about, if it has been done. */
export const permitOfOp = (tx: Tx, opId: string): Promise<{ permitId: string; type: string } | null> =>
  tx.db.permitEvent.findUnique({ where: { orgId_opId: { orgId: tx.orgId, opId } }, select: { permitId: true, type: true } })

/** nextNumber counts the organization's permits up. */
export async function nextNumber(tx: Tx): Promise<number> {
  const [row] = await tx.exec.query<{ value: number }>(
    `INSERT INTO counter (org_id, name, value) VALUES ($1::uuid, 'permit', 1) ON CONFLICT (org_id, name) DO UPDATE SET value = counter.value + 1 RETURNING value`, [tx.orgId],
  )
  if (!row) throw new Error('no number was given')
  return row.value
}

const stored = (tests: readonly GasTest[]) => tests.map((test) => ({ ...test, at: test.at.toISOString() }))

/** insertPermit stores a permit that is issued. */
export async function insertPermit(tx: Tx, { from, to, gasTests: tests, precautions, ...permit }: Omit<StoredPermit, 'closedAt'>): Promise<void> {
  await tx.db.permit.create({ data: { orgId: tx.orgId, ...permit, fromAt: from, toAt: to, gasTests: stored(tests), precautions: [...precautions] } })
}

/** updatePermit writes how a permit stands. */
export async function updatePermit(tx: Tx, id: string, { status, to, gasTests: tests, closedAt }: Pick<StoredPermit, 'status' | 'to' | 'gasTests' | 'closedAt'>): Promise<void> {
  await tx.db.permit.update({ where: { orgId_id: { orgId: tx.orgId, id } }, data: { status, toAt: to, gasTests: stored(tests), closedAt } })
}

/** insertPermitEvent appends what was done; a second one of the same operation violates its unique key. */
export async function insertPermitEvent(
  tx: Tx, event: { permitId: string; opId: string; type: string; at: Date; recordedAt: Date; personId: string; late: boolean; data: Readonly<Record<string, unknown>> },
): Promise<void> {
  await tx.db.permitEvent.create({ data: { orgId: tx.orgId, id: newId(), ...event, data: JSON.parse(JSON.stringify(event.data)) as object } })
}

/** placesOf reads where positions stand: each with those above it, up to the site's top. */
export async function placesOf(tx: Tx, assetIds: readonly string[]): Promise<ReadonlyMap<string, Place>> {
  const rows = await tx.exec.query<{ of: string; id: string; level: string }>(
    `WITH RECURSIVE up AS (
       SELECT id AS of, id, parent_id, level, 0 AS far FROM asset WHERE org_id = $1::uuid AND id = ANY($2::uuid[])
       UNION ALL
       SELECT up.of, a.id, a.parent_id, a.level, up.far + 1 FROM up JOIN asset a ON a.org_id = $1::uuid AND a.id = up.parent_id
     ) SELECT of, id, level FROM up ORDER BY of, far`, [tx.orgId, [...new Set(assetIds)]],
  )
  const places = new Map<string, { id: string; level: string }[]>()
  for (const { of, id, level } of rows) places.set(of, [...(places.get(of) ?? []), { id, level }])
  return places
}

/** OpenPermit is an open permit as conflicts see it. */
export interface OpenPermit extends Standing {
  readonly id: string
  readonly no: number
}

/** openPermits lists the open permits of a site with their places, but for one. */
export async function openPermits(tx: Tx, siteId: string, but: string | null): Promise<OpenPermit[]> {
  const rows = (await tx.db.permit.findMany({ where: { orgId: tx.orgId, siteId, closedAt: null }, orderBy: { no: 'asc' } })).map(readPermit).filter(({ id }) => id !== but)
  const places = await placesOf(tx, rows.map(({ assetId }) => assetId))
  return rows.map((row) => ({ id: row.id, no: row.no, kind: row.kind, status: row.status, from: row.from, to: row.to, place: places.get(row.assetId) ?? [] }))
}

/** performs tells whether an active person holds one of the roles at a site. */
export async function performs(tx: Tx, siteId: string, personId: string, roles: readonly string[]): Promise<boolean> {
  return (await tx.db.person.count({
    where: { orgId: tx.orgId, id: personId, active: true, grants: { some: { role: { in: [...roles] }, OR: [{ siteId: null }, { siteId }] } } },
  })) > 0
}
