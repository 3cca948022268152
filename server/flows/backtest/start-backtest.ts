import { AppError } from '#server/core/kernel/errors.ts'
import { DAY_MS } from '#server/core/kernel/time.ts'
import type { Actor } from '#server/core/people/actor.ts'
import { RETENTION_DAYS } from '#server/core/telemetry/resolution.ts'
import { insertBacktest, type BacktestKind } from '#server/modules/backtests/index.ts'
import { parseDefinition } from '#server/modules/condition/index.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { publishLive } from '#server/platform/live.ts'
import { subjectOf, type Subject } from './subject.ts'

/** BacktestAsk asks for a definition to be tried on history; without machines, on all that the rule concerns. */
export interface BacktestAsk {
  readonly ruleId: string
  readonly definition: unknown
  readonly from: Date
  readonly to: Date
  readonly assetIds?: readonly string[] | undefined
}

const LONGEST_DAYS = 2 * RETENTION_DAYS.raw

/** checkedRange reads a range, cut off at this moment; throws 'invalid' for one that is empty or longer than anything is kept. */
export function checkedRange({ from, to }: Pick<BacktestAsk, 'from' | 'to'>): { fromMs: number; toMs: number } {
  const [fromMs, toMs] = [from.getTime(), Math.min(to.getTime(), now().getTime())]
  if (fromMs >= toMs) throw new AppError('invalid', 'The end of the range must lie after its beginning, and the beginning in the past.')
  if (toMs - fromMs > LONGEST_DAYS * DAY_MS) throw new AppError('invalid', `The range is longer than ${LONGEST_DAYS} days: readings are not kept that long.`)
  return { fromMs, toMs }
}

/** insertJob stores a job about a rule and machines, and tells browsers. */
export async function insertJob(
  tx: Tx, actor: Actor, kind: BacktestKind, { rule, machines }: Subject,
  job: { readonly definition: unknown; readonly compared: unknown; readonly ask: object; readonly fromMs: number; readonly toMs: number },
): Promise<string> {
  const id = newId()
  await insertBacktest(tx.exec, tx.orgId, {
    id, ruleId: rule.id, kind, ...job, comparedVersion: job.compared === null ? null : rule.publishedVersion,
    assetIds: machines.map((machine) => machine.id), siteIds: [...new Set(machines.map((machine) => machine.siteId))], requestedBy: actor.type === 'person' ? actor.personId : null,
  })
  await publishLive(tx.exec, tx.orgId, { entity: 'backtest', id })
  return id
}

/**
 * startBacktest asks for a definition to be tried on history beside the version in force, in a background job. Throws 'invalid' for a definition or
 * a range that does not fit, 'not-found' for what is not theirs to see, 'forbidden' where they may not change rules.
 */
export async function startBacktest(actor: Actor, ask: BacktestAsk): Promise<{ id: string }> {
  const definition = parseDefinition(ask.definition)
  const range = checkedRange(ask)
  return withTenant(actor.orgId, async (tx) => {
    const subject = await subjectOf(tx, actor, ask.ruleId, ask.assetIds ?? null)
    const published = subject.rule.published === null ? null : parseDefinition(subject.rule.published)
    const compared = published !== null && JSON.stringify(published) !== JSON.stringify(definition) ? published : null
    return { id: await insertJob(tx, actor, 'backtest', subject, { definition, compared, ask: {}, ...range }) }
  })
}
