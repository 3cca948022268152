import type { Firing } from '#server/core/backtest/firing-book.ts'
import { FORESIGHT_MS, type KnownOutcome } from '#server/core/backtest/outcomes.ts'
import { reportOf, type BacktestReport, type ReportMachine } from '#server/core/backtest/report.ts'
import { DAY_MS, HOUR_MS } from '#server/core/kernel/time.ts'
import { execOf, systemTx } from '#server/platform/db.ts'
import { readMachines, readOutcomes, usualHandlingMs, type StoredBacktest, type SubjectMachine } from '#server/modules/backtests/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import { compileSite, leadInMs, sitesOf, type CompiledSite, type Site } from './compile-site.ts'
import { playSite } from './play-site.ts'

/** Progress is how far a job is (0 to 1), and how many readings it has judged. */
export interface Progress { readonly progress: number; readonly readings: number }

/** How long an order is assumed to take where the organization has closed too few to say. */
const HANDLING_MS = 3 * DAY_MS
const ENOUGH_ORDERS = 10
const SHORTEST_HANDLING_MS = HOUR_MS

interface SiteResult {
  readonly firings: readonly (readonly Firing[])[]
  readonly readings: number
  readonly journalFrom: number | null
  readonly ownClock: boolean
  readonly watched: ReadonlySet<number>
  readonly gaps: readonly telemetry.PastGap[]
}

const watchedBy = ({ ruleSets }: CompiledSite): Set<number> => new Set(ruleSets.flat().flatMap((rule) => [rule.pointNo, ...(rule.gatePointNo === null ? [] : [rule.gatePointNo])]))

async function judgeSite(orgId: string, job: StoredBacktest, site: Site, tell: (progress: Progress) => void): Promise<SiteResult> {
  const definitions = [{ name: 'tried', definition: job.definition }, ...(job.compared === null ? [] : [{ name: 'compared', definition: job.compared }])]
  const compiled = await compileSite(orgId, job.ruleId, site, definitions)
  const watched = watchedBy(compiled)
  const fromMs = job.fromMs - leadInMs(compiled.ruleSets.flat())
  const gaps = await telemetry.findGaps(orgId, [...watched], job.fromMs, job.toMs)
  const played = await playSite({ orgId, siteId: site.siteId, ...compiled, fromMs, toMs: job.toMs, asJudged: false }, (at, readings) => {
    tell({ progress: (at - fromMs) / (job.toMs - fromMs), readings })
  })
  return { ...played, firings: played.books.map((book) => book.firings()), watched, gaps }
}

const shown = (machines: readonly SubjectMachine[], watched: ReadonlySet<number>): ReportMachine[] =>
  machines.map(({ id, tag, name, points }) => ({ id, tag, name, points: points.filter((point) => watched.has(point.no)) }))

async function known(orgId: string, job: StoredBacktest): Promise<{ outcomes: KnownOutcome[]; handlingMs: number }> {
  return systemTx(async (client) => {
    const exec = execOf(client)
    const usual = await usualHandlingMs(exec, orgId, ENOUGH_ORDERS)
    // What was found soon after the range still tells whether a firing in it was right.
    const outcomes = await readOutcomes(exec, orgId, job.assetIds, job.fromMs - FORESIGHT_MS, job.toMs + FORESIGHT_MS)
    return { outcomes, handlingMs: usual === null ? HANDLING_MS : Math.max(SHORTEST_HANDLING_MS, usual) }
  }, orgId)
}

const earliest = (times: readonly (number | null)[]): number | null => {
  const known = times.filter((time) => time !== null)
  return known.length === 0 ? null : Math.min(...known)
}

/** judgeBacktest tries a job's definitions on history, site by site, and sets what they would have done against what is known. */
export async function judgeBacktest(orgId: string, job: StoredBacktest, tell: (progress: Progress) => void): Promise<BacktestReport> {
  const machines = await systemTx((client) => readMachines(execOf(client), orgId, { ids: job.assetIds }), orgId)
  const results: SiteResult[] = []
  let [done, readings] = [0, 0]
  for (const site of sitesOf(machines)) {
    const share = site.machines.length / machines.length
    const result = await judgeSite(orgId, job, site, (own) => { tell({ progress: done + share * own.progress, readings: readings + own.readings }) })
    results.push(result)
    done += share
    readings += result.readings
  }
  const { outcomes, handlingMs } = await known(orgId, job)
  const side = (index: number): Firing[] => results.flatMap((result) => result.firings[index] ?? []).sort((a, b) => a.openedAt - b.openedAt)
  return reportOf(
    {
      range: { from: job.fromMs, to: job.toMs, handlingMs }, readings, machines: shown(machines, new Set(results.flatMap((result) => [...result.watched]))),
      journalFrom: earliest(results.map((result) => result.journalFrom)), ownClock: results.length > 0 && results.every((result) => result.ownClock),
      gaps: results.flatMap((result) => result.gaps),
    },
    outcomes, { tried: side(0), compared: job.compared === null ? null : side(1) },
  )
}
