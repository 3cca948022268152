import type { PlanContent } from '#server/core/isolation/plan.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import { withTenant } from '#server/platform/db.ts'
import { namesOf } from './names.repo.ts'
import { findAsset, machineAbove, plansOf, type StoredPlan } from './plan.repo.ts'

/** PlanVersion is one version of a plan as it is shown. */
export interface PlanVersion {
  readonly version: number
  readonly content: PlanContent
  readonly note: string | null
  readonly publishedAt: string | null
  readonly publishedBy: string | null
}

/** PlanView is a machine's isolation plan: what is in force, the draft, and when the versions were published. */
export interface PlanView {
  readonly asset: { readonly id: string; readonly tag: string; readonly name: string }
  /** True for machines and their parts: others have no plan. */
  readonly planned: boolean
  /** The machine whose plan serves this position, where it has none of its own. */
  readonly servedBy: { readonly id: string; readonly tag: string } | null
  readonly inForce: PlanVersion | null
  readonly draft: (PlanVersion & { readonly revision: number; readonly editedAt: string }) | null
  readonly earlier: readonly Pick<PlanVersion, 'version' | 'note' | 'publishedAt' | 'publishedBy'>[]
  readonly mayEdit: boolean
}

const shown = (plan: StoredPlan, names: ReadonlyMap<string, string>): PlanVersion => ({
  version: plan.version, content: plan.content, note: plan.note, publishedAt: plan.publishedAt?.toISOString() ?? null,
  publishedBy: plan.publishedBy === null ? null : (names.get(plan.publishedBy) ?? null),
})

/** readPlan reads a machine's isolation plan; 'not-found' when the machine is not the actor's to see. */
export const readPlan = (actor: Actor, assetId: string): Promise<PlanView> =>
  withTenant(actor.orgId, async (tx) => {
    const asset = await findAsset(tx, assetId)
    if (!asset || !can(actor, 'asset.read', asset.siteId)) throw notFound('This asset')
    const [, above] = await machineAbove(tx, assetId)
    const own = await plansOf(tx, assetId)
    const machine = own.some(({ publishedAt }) => publishedAt !== null) || above === undefined ? null : await findAsset(tx, above)
    const served = machine === null ? [] : await plansOf(tx, machine.id)
    const published = (plans: readonly StoredPlan[]): StoredPlan[] => plans.filter(({ publishedAt }) => publishedAt !== null)
    const inForce = published(own)[0] ?? published(served)[0]
    const draft = own.find(({ publishedAt }) => publishedAt === null)
    const names = await namesOf(tx, [...own, ...served].flatMap(({ publishedBy }) => publishedBy ?? []))
    return {
      asset: { id: asset.id, tag: asset.tag, name: asset.name },
      planned: ['machine', 'component'].includes(asset.level),
      servedBy: machine !== null && inForce !== undefined ? { id: machine.id, tag: machine.tag } : null,
      inForce: inForce ? shown(inForce, names) : null,
      draft: draft ? { ...shown(draft, names), revision: draft.revision, editedAt: draft.editedAt.toISOString() } : null,
      earlier: published(own).slice(1).map((plan) => shown(plan, names)).map(({ version, note, publishedAt, publishedBy }) => ({ version, note, publishedAt, publishedBy })),
      mayEdit: can(actor, 'isolation.edit', asset.siteId),
    }
  })
