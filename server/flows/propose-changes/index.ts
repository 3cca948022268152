import { ruleDefinition, type RuleDefinition } from '#server/core/condition/definition.ts'
import type { Actor } from '#server/core/people/actor.ts'
import { bestOf, type Tried } from '#server/core/verdicts/backtest.ts'
import { shapeOf } from '#server/core/verdicts/episode-shape.ts'
import { changeKey, possibleChanges, whyUnfit, withChange, type LabelledEpisode, type Unfit } from '#server/core/verdicts/propose.ts'
import { readJudgedRule, type JudgedRule } from '#server/modules/verdicts/index.ts'
import { withTenant } from '#server/platform/db.ts'
import { readRecorded, spanOf, tryWording, type Recorded } from './recorded.ts'

const TIMEOUT_MS = 60_000

/** Proposal is a change that verdicts propose, with what the rule comes to without and with it, and the orders of the false calls it would have avoided. */
export interface Proposal extends Tried {
  readonly key: string
  readonly avoidedOrders: readonly number[]
}

/** ProposalReport is what verdicts propose for the version that judges now; why says why nothing, where that is so. Times in epoch ms. */
export interface ProposalReport {
  readonly version: number
  readonly versionId: string
  readonly right: number
  readonly falseCalls: number
  readonly why: Unfit | 'not-judging' | 'none-better' | null
  readonly readings: number
  readonly points: number
  readonly pointsLeft: number
  readonly fromMs: number | null
  readonly toMs: number | null
  readonly proposals: readonly Proposal[]
  readonly decisions: JudgedRule['decisions']
}

async function triedOn(definition: RuleDefinition, recorded: readonly Recorded[], episodes: readonly LabelledEpisode[]): Promise<Tried[]> {
  const known = new Set(episodes.map(({ id }) => id))
  const before = await tryWording(definition, recorded, known)
  const tried: Tried[] = []
  for (const change of possibleChanges(definition, episodes)) {
    const wording = ruleDefinition.safeParse(withChange(definition, change))
    if (wording.success) tried.push({ change, before, after: await tryWording(wording.data, recorded, known) })
  }
  return tried
}

const proposal = (tried: Tried, judged: JudgedRule): Proposal => {
  const orderOf = new Map(judged.episodes.map(({ id, orderNo }) => [id, orderNo]))
  const avoided = tried.after.avoided.filter((id) => !tried.before.avoided.includes(id))
  return { ...tried, key: changeKey(tried.change), avoidedOrders: [...new Set(avoided.flatMap((id) => orderOf.get(id) ?? []))] }
}

/**
 * proposeChanges looks for another limit, delay or clear limit that would have avoided the most false calls of a rule without losing one that was
 * right, as its verdicts and the engine that judges live tell over the recorded readings. Throws 'not-found' when the rule is not theirs to see.
 */
export async function proposeChanges(actor: Actor, ruleId: string): Promise<ProposalReport> {
  const { judged, definition, recorded, left } = await withTenant(actor.orgId, async (tx) => {
    const found = await readJudgedRule(tx, actor, ruleId)
    const parsed = ruleDefinition.safeParse(found?.definition).data ?? null
    const isFit = found !== null && parsed !== null && whyUnfit(parsed, found.episodes) === null
    return { judged: found, definition: parsed, ...(isFit ? await readRecorded(tx, parsed, found.episodes) : { recorded: [], left: 0 }) }
  }, { timeoutMs: TIMEOUT_MS })
  const count = (label: 'right' | 'false'): number => judged?.episodes.filter((episode) => episode.label === label).length ?? 0
  const basis = {
    version: judged?.version ?? 0, versionId: judged?.versionId ?? '', right: count('right'), falseCalls: count('false'), decisions: judged?.decisions ?? [],
    readings: recorded.reduce((sum, { values }) => sum + values.t.length, 0), points: recorded.length, pointsLeft: left, fromMs: null, toMs: null, ...spanOf(recorded),
  }
  if (!judged || !definition) return { ...basis, why: judged ? 'other-kind' : 'not-judging', proposals: [] }
  const shaped = recorded.flatMap(({ episodes, values }) => shapeOf(episodes, values, definition))
  const why = whyUnfit(definition, recorded.length === 0 ? judged.episodes : shaped)
  if (why !== null) return { ...basis, why, proposals: [] }
  const decided = new Set(judged.decisions.filter((one) => one.versionId === judged.versionId).map(({ key }) => key))
  // The second best is not offered in place of one that was dismissed: that would be asking again.
  const best = bestOf(await triedOn(definition, recorded, shaped)).filter(({ change }) => !decided.has(changeKey(change)))
  return { ...basis, why: best.length === 0 ? 'none-better' : null, proposals: best.map((one) => proposal(one, judged)) }
}
