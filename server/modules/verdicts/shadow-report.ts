import * as z from 'zod'
import { notFound } from '#server/core/kernel/errors.ts'
import { can, siteScope, type Actor } from '#server/core/people/actor.ts'
import { agreementOf, episodesOf } from '#server/core/rules/agreement.ts'
import { countShadow, shadowConditions, shadowCriteria, type ShadowCondition, type ShadowCount, type ShadowCriteria, type ShadowFacts } from '#server/core/rules/shadow.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'
import { concerned, isVisible, reachOf } from './scope.ts'
import { readAssets, readRules } from './scope.repo.ts'
import { readLiveFirings, readShadow, readShadowFirings, type LiveFiring, type ShadowFiring } from './shadow.repo.ts'

/** ShadowRow is an episode of the shadow version: whether the version in force fired then too (null when none was), and whether the reader may judge it. */
export interface ShadowRow extends ShadowFiring {
  readonly agrees: boolean | null
  readonly mayJudge: boolean
}

/** ShadowMachine is what both versions did on one machine. */
export interface ShadowMachine { readonly assetId: string; readonly tag: string; readonly shadow: number; readonly live: number; readonly both: number }

/** ShadowReport is what a rule's shadow has come to; times in epoch ms. */
export interface ShadowReport {
  readonly version: number
  readonly since: number
  readonly startedBy: string | null
  readonly reason: string | null
  readonly criteria: ShadowCriteria | null
  readonly conditions: readonly ShadowCondition[]
  readonly count: ShadowCount
  /** The version in force beside it; null where nothing is in force. */
  readonly liveVersion: number | null
  readonly agreement: { readonly both: number; readonly onlyShadow: number; readonly onlyLive: number } | null
  readonly machines: readonly ShadowMachine[]
  readonly firings: readonly ShadowRow[]
  /** Firings of the version in force, with whether the shadow fired then too. */
  readonly live: readonly (LiveFiring & { readonly agrees: boolean })[]
}

const started = z.object({ criteria: shadowCriteria })

const machinesOf = (shadow: readonly ShadowRow[], live: ShadowReport['live']): ShadowMachine[] => {
  const tags = new Map([...shadow, ...live].map(({ assetId, assetTag }) => [assetId, assetTag]))
  return [...tags].map(([assetId, tag]) => {
    const own = shadow.filter((one) => one.assetId === assetId && !one.suppressed)
    return { assetId, tag, shadow: own.length, live: live.filter((one) => one.assetId === assetId).length, both: own.filter(({ agrees }) => agrees === true).length }
  }).toSorted((a, b) => b.shadow + b.live - a.shadow - a.live || a.tag.localeCompare(b.tag))
}

/**
 * shadowReport tells what the version that is only watched has come to beside the one in force; null when none is watched. Throws 'not-found'
 * when the rule is not theirs to see.
 */
export async function shadowReport(actor: Actor, id: string): Promise<ShadowReport | null> {
  const sites = siteScope(actor, 'rule.read')
  return withTenant(actor.orgId, async (tx) => {
    const [rule] = await readRules(tx, id)
    if (!rule || !isVisible(sites, rule)) throw notFound('This rule')
    const standing = await readShadow(tx, id)
    if (!standing?.shadow) return null
    const { shadow, liveVersionId } = standing
    const versionNo = (versionId: string | null): number | null => rule.versions.find((version) => version.id === versionId)?.version ?? null
    const period = { ruleId: id, since: shadow.since, sites }
    const fired = await readShadowFirings(tx, { ...period, versionId: shadow.versionId })
    const stretches = liveVersionId === null ? [] : await readLiveFirings(tx, { ...period, versionId: liveVersionId })
    const live = episodesOf(stretches).toSorted((a, b) => b.from - a.from || a.pointNo - b.pointNo)
    const own = fired.filter(({ suppressed }) => !suppressed)
    const agreement = liveVersionId === null ? null : agreementOf(own, live)
    const machines = concerned(rule, await readAssets(tx, sites, reachOf([rule])))
    const facts: ShadowFacts = { since: shadow.since.getTime(), now: now().getTime(), machines: machines.length, firings: fired }
    const criteria = started.safeParse(shadow.data).data?.criteria ?? null
    const agrees = (firingId: string): boolean | null => agreement?.shared.has(firingId) ?? null
    const firings = fired.map((row) => ({ ...row, agrees: agrees(row.id), mayJudge: can(actor, 'incident.handle', row.siteId) }))
    const besides = live.map((row) => ({ ...row, agrees: agrees(row.id) ?? false }))
    return {
      version: versionNo(shadow.versionId) ?? 0, since: facts.since, startedBy: shadow.startedBy, reason: shadow.reason, criteria,
      conditions: criteria === null ? [] : shadowConditions(criteria, facts), count: countShadow(facts), liveVersion: versionNo(liveVersionId),
      agreement: agreement && { both: agreement.both, onlyShadow: agreement.onlyShadow, onlyLive: agreement.onlyLive },
      machines: machinesOf(firings, besides), firings, live: besides,
    }
  })
}
