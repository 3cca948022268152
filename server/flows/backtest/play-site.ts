import { FiringBook } from '#server/core/backtest/firing-book.ts'
import type { Journal, JournalRow } from '#server/core/backtest/journal.ts'
import { playHistory, type SourceEnd } from '#server/core/backtest/play.ts'
import { Player } from '#server/core/backtest/player.ts'
import { judgingOrder } from '#server/core/backtest/slice.ts'
import { createEngine } from '#server/core/condition/engine.ts'
import { NO_PAUSES } from '#server/core/condition/pauses.ts'
import type { CompiledRule, EngineConfig, TransitionEffect } from '#server/core/condition/types.ts'
import { DAY_MS } from '#server/core/kernel/time.ts'
import { JOURNAL_DAYS } from '#server/core/telemetry/resolution.ts'
import { systemTx } from '#server/platform/db.ts'
import * as condition from '#server/modules/condition/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'

/** SitePlay asks for the past of a site, judged by one rule set or by several side by side. Times in epoch ms. */
export interface SitePlay {
  readonly orgId: string
  readonly siteId: string
  readonly ruleSets: readonly (readonly CompiledRule[])[]
  readonly points: readonly telemetry.PointMeta[]
  readonly fromMs: number
  readonly toMs: number
  /** Only what was judged live, so that it comes to what live came to; else what came late or was imported is judged too. */
  readonly asJudged: boolean
}

/** SitePlayed is what each rule set came to, and what of time was journalled. */
export interface SitePlayed {
  readonly books: readonly FiringBook[]
  readonly readings: number
  readonly journalFrom: number | null
  readonly ownClock: boolean
}

// A point of which no source is known: its readings were imported.
const NOBODY = '00000000-0000-0000-0000-000000000000'
const sourceOf = (point: telemetry.PointMeta): string => point.sourceId ?? NOBODY

/** pointsOf lists the points whose readings rule sets need. A rule about silence needs all of its source, to tell when that was silent itself. */
function pointsOf(rules: readonly CompiledRule[], points: readonly telemetry.PointMeta[]): telemetry.PointMeta[] {
  const named = new Set(rules.flatMap((rule) => [rule.pointNo, ...(rule.gatePointNo === null ? [] : [rule.gatePointNo]), ...rule.inputs.map((input) => input.pointNo)]))
  const silent = new Set(rules.filter((rule) => rule.definition.measure.kind === 'silence').map((rule) => rule.pointNo))
  const heard = new Set(points.filter((point) => silent.has(point.no)).map(sourceOf))
  return points.filter((point) => named.has(point.no) || heard.has(sourceOf(point)))
}

async function sourcesFor({ orgId, siteId }: SitePlay, ids: ReadonlySet<string>): Promise<EngineConfig['sources']> {
  const stored = await systemTx((client) => telemetry.loadSources(client, { orgId, siteId }), orgId)
  const known = stored.filter((source) => ids.has(source.sourceId)).map(({ sourceId, clock, reorderWindowMs }) => ({ sourceId, clock, reorderWindowMs }))
  const nobody = ids.has(NOBODY) ? [{ sourceId: NOBODY, clock: 'live' as const, reorderWindowMs: 0 }] : []
  return [...known, ...nobody].map((source) => ({ ...source, watermark: null, evaluatedThrough: null, waiting: [], pauses: NO_PAUSES }))
}

async function* asJournal(rows: AsyncIterable<telemetry.JournalInput>): AsyncGenerator<JournalRow> {
  for await (const { kind, sourceId, through, at } of rows) yield kind === 'tick' ? { kind, sourceId, through, at } : { kind, sourceId, through }
}

/** openJournal finds what is kept of the sources' inputs, if it reaches into the range. */
async function openJournal(
  { orgId, siteId, toMs }: SitePlay, sources: readonly { readonly sourceId: string }[],
): Promise<{ readonly journal: Journal | null; readonly covered: ReadonlySet<string> }> {
  const ask = { orgId, siteId, sourceIds: sources.map((source) => source.sourceId), ticksOnly: sources.length < 2 }
  const begins = await telemetry.journalBegins(ask, JOURNAL_DAYS)
  const cut = begins.filter((begin) => !begin.whole)
  const from = begins.length === 0 ? Infinity : cut.length === 0 ? -Infinity : Math.min(...cut.map((begin) => begin.through))
  if (from >= toMs) return { journal: null, covered: new Set() }
  return { journal: { from, rows: asJournal(telemetry.readJournal(ask)) }, covered: new Set(begins.map((begin) => begin.sourceId)) }
}

async function endsOf({ orgId, points, fromMs, toMs }: SitePlay, ids: ReadonlySet<string>, journalled: ReadonlySet<string>): Promise<SourceEnd[]> {
  const own = points.filter((point) => ids.has(sourceOf(point))).map((point) => ({ no: point.no, sourceId: sourceOf(point) }))
  return (await telemetry.sourceEnds(orgId, own, fromMs, toMs)).map((end) => ({ ...end, ticks: !journalled.has(end.sourceId) }))
}

/**
 * playSite judges the past of a site with the engine that judges live. Where the lane's inputs are still kept, sources are heard and time
 * passes as it was; before that, readings are heard in the order of time, and time passes as far as sources are known to have been alive.
 */
export async function playSite(
  play: SitePlay, tell: (at: number, readings: number) => void, onTransition: ((transition: TransitionEffect) => void) | null = null,
): Promise<SitePlayed> {
  const { orgId, siteId, fromMs, toMs } = play
  const rules = play.ruleSets.flat()
  const points = pointsOf(rules, play.points)
  const ids = new Set(points.map(sourceOf))
  const sources = await sourcesFor(play, ids)
  const { journal, covered } = await openJournal(play, sources)
  const past = {
    states: [], incidents: [], sources, maintenance: await systemTx((client) => condition.loadMaintenance(client, orgId, siteId, fromMs - DAY_MS), orgId),
    last: points.map((point) => ({ pointNo: point.no, sourceId: sourceOf(point), recent: [], runningSince: null })),
  }
  const judges = play.ruleSets.map((own) => ({ engine: createEngine({ ...past, rules: own }), book: new FiringBook(own, onTransition) }))
  const player = new Player({
    engines: judges.map(({ engine }) => engine), sourceOf: new Map(points.map((point) => [point.no, sourceOf(point)])),
    order: judgingOrder(rules, points.map((point) => point.no)), journalFrom: journal?.from ?? null,
  })
  const slices = telemetry.readPast({ orgId, pointNos: points.map((point) => point.no), fromMs, toMs, asJudged: play.asJudged })
  const ends = await endsOf(play, ids, covered)
  await playHistory(player, { slices, journal, to: toMs, ends }, (at) => {
    for (const { engine, book } of judges) book.take(engine.takeEffects())
    tell(at, player.readings)
  })
  return {
    books: judges.map(({ book }) => book), readings: player.readings, journalFrom: journal === null ? null : Math.max(journal.from, fromMs),
    ownClock: sources.length > 0 && sources.every((source) => source.clock === 'replay'),
  }
}
