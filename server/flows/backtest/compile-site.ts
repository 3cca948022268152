import { historyMs } from '#server/core/condition/measure/of-rule.ts'
import type { CompiledRule } from '#server/core/condition/types.ts'
import { DAY_MS } from '#server/core/kernel/time.ts'
import { systemTx } from '#server/platform/db.ts'
import type { SubjectMachine } from '#server/modules/backtests/index.ts'
import * as condition from '#server/modules/condition/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import { compileRules } from '../drain-lane/compile-rules.ts'

/** Site is the machines of a job that stand at one site. */
export interface Site { readonly siteId: string; readonly timeZone: string; readonly machines: readonly SubjectMachine[] }

/** sitesOf sorts machines by site: rules never span sites. */
export const sitesOf = (machines: readonly SubjectMachine[]): Site[] =>
  [...Map.groupBy(machines, (machine) => machine.siteId)].map(([siteId, own]) => ({ siteId, timeZone: own[0]?.timeZone ?? 'UTC', machines: own }))

/** CompiledSite is definitions joined to the points of a site's machines, and all points of the site. */
export interface CompiledSite { readonly points: readonly telemetry.PointMeta[]; readonly ruleSets: readonly (readonly CompiledRule[])[] }

/** compileSite joins definitions of one rule, by name, to the machines of a site as they are now: their points, nameplates and own limits. */
export async function compileSite(
  orgId: string, ruleId: string, site: Site, definitions: readonly { readonly name: string; readonly definition: unknown }[],
): Promise<CompiledSite> {
  return systemTx(async (client) => {
    const points = await telemetry.loadSitePoints(client, orgId, site.siteId)
    const plant = {
      points, assets: await condition.loadRuleAssets(client, orgId, site.siteId, site.timeZone), safetyModes: await condition.loadSafetyModes(client, orgId),
    }
    const ruleSets = definitions.map(({ name, definition: given }) => {
      const definition = condition.parseDefinition(given)
      return compileRules(site.machines.map(({ id }) => ({ track: 'live', ruleId, ruleVersionId: name, classId: null, assetId: id, definition })), plant)
    })
    return { points, ruleSets }
  }, orgId)
}

const SHORTEST_LEAD_IN_MS = DAY_MS
const LONGEST_LEAD_IN_MS = 90 * DAY_MS

/** leadInMs is how long before a range judging begins, so that rules know at its begin what they would have known: a day at least, for what lasts then. */
export const leadInMs = (rules: readonly CompiledRule[]): number =>
  Math.min(LONGEST_LEAD_IN_MS, rules.reduce((longest, { definition, stalenessMs, gateStalenessMs }) => {
    const { forMs, keepFiringMs, warmupMs, hold, noData } = definition
    const own = historyMs(definition) + warmupMs + forMs + keepFiringMs + (hold?.kind === 'time' ? hold.withinMs : 0) + (noData.afterMs ?? 0) + stalenessMs + gateStalenessMs
    return Math.max(longest, own)
  }, SHORTEST_LEAD_IN_MS))
