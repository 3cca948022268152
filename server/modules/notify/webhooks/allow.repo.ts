import { parseAllowed, type Allowed } from '#server/core/outbound/target.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'

/** AllowRow is one entry of the allow list. */
export interface AllowRow {
  readonly id: string
  readonly pattern: string
  readonly note: string | null
}

/** allowRows lists the hosts and networks inside the plant that messages may go to. */
export const allowRows = (tx: Tx): Promise<AllowRow[]> =>
  tx.db.outboundAllow.findMany({ where: { orgId: tx.orgId }, orderBy: { pattern: 'asc' }, select: { id: true, pattern: true, note: true } })

/** allowList is the allow list as sending reads it. */
export const allowList = async (tx: Tx): Promise<Allowed[]> => (await allowRows(tx)).map(({ pattern }) => parseAllowed(pattern)).filter((one) => one !== null)

/** insertAllowed adds an entry and gives its id. */
export async function insertAllowed(tx: Tx, row: { readonly pattern: string; readonly note: string | null; readonly createdBy: string | null }): Promise<string> {
  const id = newId()
  await tx.db.outboundAllow.create({ data: { orgId: tx.orgId, id, ...row } })
  return id
}

/** deleteAllowed takes an entry out; gives its pattern, null when it was not there. */
export async function deleteAllowed(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.exec.query<{ pattern: string }>('DELETE FROM outbound_allow WHERE org_id = $1::uuid AND id = $2::uuid RETURNING pattern', [tx.orgId, id])
  return row?.pattern ?? null
}
