import { ruleDefinition } from '#server/core/condition/definition.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import type { Actor } from '#server/core/people/actor.ts'
import { withChange } from '#server/core/verdicts/propose.ts'
import { addDraftIn, noteProposalIn } from '#server/modules/condition/index.ts'
import { readJudgedRule, saveDecision } from '#server/modules/verdicts/index.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'
import { violatedIndex } from '#server/platform/unique-violation.ts'
import { proposeChanges } from './propose-changes/index.ts'

/** DecideProposal is a person's answer to a proposal: make it a draft, or dismiss it with a reason. */
export interface DecideProposal {
  readonly id: string
  readonly key: string
  readonly decision: 'drafted' | 'dismissed'
  readonly reason: string | null
}

/**
 * decideProposal keeps what a person decided about a proposal, with what the engine counts for it now. A draft is a new version beside any other
 * draft; nothing is in force by it.
 */
export async function decideProposal(actor: Actor, input: DecideProposal): Promise<{ draftVersion: number | null }> {
  const report = await proposeChanges(actor, input.id)
  const proposal = report.proposals.find(({ key }) => key === input.key)
  if (!proposal) throw new AppError('conflict', 'This is not proposed any more: a verdict or the rule has changed since. Look again.')
  const { change, before, after, key } = proposal
  try {
    return await withTenant(actor.orgId, async (tx) => {
      const judged = await readJudgedRule(tx, actor, input.id)
      const definition = ruleDefinition.safeParse(judged?.definition)
      if (judged?.versionId !== report.versionId || !definition.success) throw new AppError('conflict', 'The rule has changed meanwhile. Look again.')
      const draftVersion = input.decision === 'drafted' ? (await addDraftIn(tx, actor, { id: input.id, definition: withChange(definition.data, change) })).version : null
      if (draftVersion === null) await noteProposalIn(tx, actor, { id: input.id, key, reason: input.reason })
      const personId = actor.type === 'person' ? actor.personId : null
      await saveDecision(tx, {
        ruleId: input.id, versionId: report.versionId, key, change, before, after, decision: input.decision, reason: input.reason, draftVersion, personId, at: now(),
      })
      return { draftVersion }
    })
  } catch (error) {
    if (violatedIndex(error) !== 'rule_proposal_org_id_rule_version_id_key_key') throw error
    throw new AppError('conflict', 'Somebody has decided about this proposal already.')
  }
}
