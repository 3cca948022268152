import * as z from 'zod'
import type { Tx } from '#server/platform/db.ts'

/** labourRate is what an hour of labour costs: a decimal text and the currency's ISO 4217 code. */
const labourRate = z.object({ perHour: z.string().regex(/^\d{1,6}(\.\d{1,4})?$/), currency: z.string().regex(/^[A-Z]{3}$/) })
export type LabourRate = z.infer<typeof labourRate>

/** labourRateOf reads what an hour of labour costs in this organization; null where nobody has said so. */
export async function labourRateOf(tx: Tx): Promise<LabourRate | null> {
  const [row] = await tx.exec.query<{ rate: unknown }>(`SELECT settings -> 'labourRate' AS rate FROM organization WHERE id = $1::uuid`, [tx.orgId])
  const parsed = labourRate.safeParse(row?.rate)
  return parsed.success ? parsed.data : null
}

/** saveLabourRate keeps what an hour of labour costs. */
export async function saveLabourRate(tx: Tx, rate: LabourRate): Promise<void> {
  await tx.exec.query(`UPDATE organization SET settings = jsonb_set(settings, '{labourRate}', $2::jsonb) WHERE id = $1::uuid RETURNING id`, [tx.orgId, JSON.stringify(rate)])
}
