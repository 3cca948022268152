import { requireEverywhere, type Actor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { withTenant } from '#server/platform/db.ts'
import { labourRateOf, saveLabourRate } from './labour-rate.repo.ts'

const DECIMALS = 4

/** setLabourRate says what an hour of labour is reckoned with in the whole organization; figures of the past are reckoned with it too. */
export async function setLabourRate(actor: Actor, input: { readonly perHour: number; readonly currency: string }): Promise<void> {
  requireEverywhere(actor, 'cost.edit')
  await withTenant(actor.orgId, async (tx) => {
    const before = await labourRateOf(tx)
    const after = { perHour: String(Number(input.perHour.toFixed(DECIMALS))), currency: input.currency }
    await saveLabourRate(tx, after)
    await writeAudit(tx, { actor, action: 'labour-rate.change', entity: 'organization', entityId: actor.orgId, before, after })
  })
}
