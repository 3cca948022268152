import { parseMoney, type Money } from '#server/core/kernel/decimal.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import { siteScope, type Actor } from '#server/core/people/actor.ts'
import { tallyClass, tallyRule, type Found, type RuleWatch, type Watched } from '#server/core/verdicts/count.ts'
import { figuresOf, type Figures } from '#server/core/verdicts/figures.ts'
import { ruleStateOf, wholeLife, type RuleState } from '#server/core/verdicts/rule-state.ts'
import { spanOf, windowOf, type DayWindow, type WindowDays } from '#server/core/verdicts/window.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { readAlerts, readCalls } from './calls.repo.ts'
import { labourRateOf, type LabourRate } from './labour-rate.repo.ts'
import { concerned, isVisible, reachOf } from './scope.ts'
import { classNames, firstZone, readAssets, readRules, type ScopedAsset, type ScopedRule } from './scope.repo.ts'

type Sites = 'all' | readonly string[]

/** Basis is over which days figures were counted, and what an hour of labour costs (null: not known). */
export interface Basis {
  readonly days: WindowDays
  readonly window: DayWindow
  readonly rate: LabourRate | null
}

/** RulePrecision is what verdicts say of one rule: altogether, by version (the newest first) and by machine (the most false calls first). */
export interface RulePrecision extends Basis {
  readonly ruleId: string
  readonly total: Figures
  readonly versions: readonly { readonly id: string; readonly version: number; readonly figures: Figures }[]
  readonly machines: readonly { readonly id: string; readonly tag: string; readonly figures: Figures }[]
}

/** BoardRule is one rule of the board. */
export interface BoardRule {
  readonly id: string
  readonly name: string
  readonly state: RuleState
  /** The version in force, else the one in shadow. */
  readonly version: number | null
  readonly classId: string | null
  readonly className: string | null
  readonly assetTag: string | null
  readonly figures: Figures
}

/** PrecisionBoard is what verdicts say of all rules, and of the machines of each class. */
export interface PrecisionBoard extends Basis {
  readonly rules: readonly BoardRule[]
  readonly classes: readonly { readonly id: string | null; readonly name: string | null; readonly figures: Figures }[]
}

interface Read extends Basis { readonly rules: readonly ScopedRule[]; readonly assets: readonly ScopedAsset[]; readonly found: Found; readonly money: Money | null }

async function read(tx: Tx, sites: Sites, ruleId: string | null, days: WindowDays): Promise<Read> {
  const at = now().getTime()
  const rules = (await readRules(tx, ruleId)).filter((rule) => isVisible(sites, rule))
  if (ruleId !== null && rules.length === 0) throw notFound('This rule')
  const own = rules[0]?.siteId
  const window = windowOf(at, days, await firstZone(tx, ruleId !== null && own ? [own] : sites))
  const assets = await readAssets(tx, sites, reachOf(rules))
  const reach = { ruleId, sites, window }
  const known = new Set(rules.map(({ id }) => id))
  const found = {
    calls: (await readCalls(tx, reach)).filter((call) => known.has(call.ruleId)), alerts: (await readAlerts(tx, reach)).filter((alert) => known.has(alert.ruleId)), now: at,
  }
  const rate = await labourRateOf(tx)
  return { days, window, rate, rules, assets, found, money: rate === null ? null : parseMoney(rate.perHour) }
}

const watchOf = (rule: ScopedRule, { assets, window }: Pick<Read, 'assets' | 'window'>): RuleWatch => ({
  ruleId: rule.id, life: wholeLife(rule.life, rule.versions),
  assets: concerned(rule, assets).map(({ id, since, timeZone }): Watched => ({ id, since, window: spanOf(window, timeZone) })),
})

/** rulePrecision counts what verdicts say of one rule over the last days; throws 'not-found' when it is not theirs to see. */
export async function rulePrecision(actor: Actor, input: { readonly id: string; readonly days: WindowDays }): Promise<RulePrecision> {
  const sites = siteScope(actor, 'rule.read')
  return withTenant(actor.orgId, async (tx) => {
    const { days, window, rate, rules, found, money, assets } = await read(tx, sites, input.id, input.days)
    const [rule] = rules
    if (!rule) throw notFound('This rule')
    const watch = watchOf(rule, { assets, window })
    const figures = (part = {}): Figures => figuresOf(tallyRule(watch, found, part), money)
    return {
      ruleId: rule.id, days, window, rate, total: figures(),
      versions: rule.versions.map(({ id, version }) => ({ id, version, figures: figures({ versionId: id }) }))
        .filter(({ figures: of }) => of.calls + of.conversion.n + of.assetMonths > 0).toReversed(),
      machines: concerned(rule, assets).map(({ id, tag }) => ({ id, tag, figures: figures({ assetId: id }) }))
        .filter(({ figures: of }) => of.calls + of.conversion.n > 0)
        .toSorted((a, b) => b.figures.falseCalls - a.figures.falseCalls || b.figures.calls - a.figures.calls),
    }
  })
}

/** precisionBoard counts what verdicts say of every rule and class that the person may see, over the last days. */
export async function precisionBoard(actor: Actor, input: { readonly days: WindowDays }): Promise<PrecisionBoard> {
  const sites = siteScope(actor, 'rule.read')
  return withTenant(actor.orgId, async (tx) => {
    const { days, window, rate, rules, found, money, assets } = await read(tx, sites, null, input.days)
    const watches = rules.map((rule) => watchOf(rule, { assets, window }))
    const ids = [...new Set([...rules.map((rule) => rule.classId), ...found.calls.map((call) => call.classId)])]
    const names = await classNames(tx, ids.filter((id) => id !== null))
    const shown = (rule: ScopedRule): number | null => rule.publishedVersion ?? rule.shadowVersion
    return {
      days, window, rate,
      rules: rules.map((rule, index) => ({
        id: rule.id, name: rule.name, state: ruleStateOf(rule), version: shown(rule), classId: rule.classId, className: rule.className, assetTag: rule.assetTag,
        figures: figuresOf(tallyRule(watches[index] ?? watchOf(rule, { assets, window }), found), money),
      })),
      classes: ids.map((id) => ({
        id, name: id === null ? null : (names.get(id) ?? null), figures: figuresOf(tallyClass(watches.filter((_, index) => rules[index]?.classId === id), found, id), money),
      })).toSorted((a, b) => (a.name ?? '\uffff').localeCompare(b.name ?? '\uffff')),
    }
  })
}
