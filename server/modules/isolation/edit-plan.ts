import { isolationSentence } from '#server/core/isolation/isolation-sentences.ts'
import { planGap, type PlanContent } from '#server/core/isolation/plan.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { publishLive } from '#server/platform/live.ts'
import { findAsset, insertPlan, lockPlans, plansOf, publishDraft, updateDraft, type PlannedAsset, type StoredPlan } from './plan.repo.ts'

const PLANNED_LEVELS = ['machine', 'component']
const by = (actor: Actor): string | null => (actor.type === 'person' ? actor.personId : null)
const conflict = (): AppError => new AppError('conflict', isolationSentence('plan-moved'))

async function takePlans(tx: Tx, actor: Actor, assetId: string): Promise<{ asset: PlannedAsset; plans: StoredPlan[]; draft: StoredPlan | undefined }> {
  const asset = await findAsset(tx, assetId)
  if (!asset || !can(actor, 'asset.read', asset.siteId)) throw notFound('This asset')
  requirePermission(actor, 'isolation.edit', asset.siteId)
  if (!PLANNED_LEVELS.includes(asset.level)) throw new AppError('invalid', isolationSentence('not-a-machine'))
  await lockPlans(tx, assetId)
  const plans = await plansOf(tx, assetId)
  return { asset, plans, draft: plans.find(({ publishedAt }) => publishedAt === null) }
}

/** SavePlan is a draft as somebody wrote it; seen is the draft's revision that he began from, null when there was none. */
export interface SavePlan {
  readonly assetId: string
  readonly content: PlanContent
  readonly seen: number | null
}

/** savePlan keeps a machine's plan as a draft; the published version stays in force. Throws 'conflict' when somebody else has written meanwhile. */
export const savePlan = (actor: Actor, { assetId, content, seen }: SavePlan): Promise<{ version: number; revision: number }> =>
  withTenant(actor.orgId, async (tx) => {
    const { asset, plans, draft } = await takePlans(tx, actor, assetId)
    if ((draft?.revision ?? null) !== seen) throw conflict()
    const version = draft?.version ?? (plans[0]?.version ?? 0) + 1
    const id = draft?.id ?? newId()
    if (draft) await updateDraft(tx, id, content, by(actor), now())
    else await insertPlan(tx, { id, assetId, version, content, editedBy: by(actor), editedAt: now() })
    await writeAudit(tx, { actor, action: 'isolation.save-plan', entity: 'asset', entityId: asset.id, before: draft?.content, after: { version, content } })
    await publishLive(tx.exec, tx.orgId, { entity: 'asset', id: asset.id })
    return { version, revision: (draft?.revision ?? 0) + 1 }
  })

/** publishPlan puts a machine's draft in force. It never changes from then on; orders begun before keep the version they were begun with. */
export const publishPlan = (actor: Actor, input: { readonly assetId: string; readonly seen: number; readonly note: string | null }): Promise<{ version: number }> =>
  withTenant(actor.orgId, async (tx) => {
    const { asset, draft } = await takePlans(tx, actor, input.assetId)
    if (!draft) throw new AppError('conflict', isolationSentence('no-draft'))
    if (draft.revision !== input.seen) throw conflict()
    const what = planGap(draft.content)
    if (what !== null) throw new AppError('invalid', isolationSentence('gap', { what }), { field: what })
    await publishDraft(tx, draft.id, input.note, by(actor), now())
    await writeAudit(tx, { actor, action: 'isolation.publish-plan', entity: 'asset', entityId: asset.id, after: { version: draft.version, note: input.note, content: draft.content } })
    await publishLive(tx.exec, tx.orgId, { entity: 'asset', id: asset.id })
    return { version: draft.version }
  })
