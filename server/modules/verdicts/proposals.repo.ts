import * as z from 'zod'
import type { TrialScore } from '#server/core/verdicts/backtest.ts'
import type { ProposedChange } from '#server/core/verdicts/propose.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import type { Prisma } from '#server/platform/prisma/client.ts'

/** ProposalDecision is what a person decided about a proposal, and what the engine had counted for it. */
export interface ProposalDecision {
  readonly ruleId: string
  readonly versionId: string
  readonly key: string
  readonly change: ProposedChange
  readonly before: TrialScore
  readonly after: TrialScore
  readonly decision: 'drafted' | 'dismissed'
  readonly reason: string | null
  readonly draftVersion: number | null
  readonly personId: string | null
  readonly at: Date
}

/** StoredDecision is a decision as it was kept; by is a name, null when nobody is known. */
export interface StoredDecision extends Omit<ProposalDecision, 'personId' | 'before' | 'after' | 'ruleId'> {
  readonly by: string | null
}

const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['limit', 'clear']), band: z.number().nullable(), from: z.number(), to: z.number() }), z.object({ kind: z.literal('delay'), from: z.number(), to: z.number() }),
])
const decision = z.enum(['drafted', 'dismissed'])

/** readDecisions reads what was decided about a rule's proposals, the newest first. */
export async function readDecisions(tx: Tx, ruleId: string): Promise<StoredDecision[]> {
  const rows = await tx.db.ruleProposal.findMany({ where: { orgId: tx.orgId, ruleId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
  const people = await tx.db.person.findMany({ where: { orgId: tx.orgId, id: { in: rows.flatMap((row) => row.personId ?? []) } }, select: { id: true, name: true } })
  const names = new Map(people.map((person) => [person.id, person.name]))
  return rows.flatMap((row) => {
    const parsed = change.safeParse(row.change)
    const decided = decision.safeParse(row.decision)
    if (!parsed.success || !decided.success) return []
    const { key, reason, draftVersion, at } = row
    return [{ versionId: row.ruleVersionId, key, change: parsed.data, decision: decided.data, reason, draftVersion, at, by: names.get(row.personId ?? '') ?? null }]
  })
}

/** saveDecision keeps a decision; a second one about the same change of the same version violates its unique key. */
export async function saveDecision(tx: Tx, { versionId, before, after, change: changed, ...row }: ProposalDecision): Promise<void> {
  const json = (value: object): Prisma.InputJsonObject => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject
  await tx.db.ruleProposal.create({ data: { ...row, orgId: tx.orgId, id: newId(), ruleVersionId: versionId, change: json(changed), before: json(before), after: json(after) } })
}
