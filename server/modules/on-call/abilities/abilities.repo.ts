import type { Tx } from '#server/platform/db.ts'

/** KnownArea is one area or line that a person knows. */
export interface KnownArea {
  readonly personId: string
  readonly assetId: string
}

/** knownAreas lists which people know which areas and lines. */
export const knownAreas = (tx: Tx): Promise<KnownArea[]> =>
  tx.db.personArea.findMany({ where: { orgId: tx.orgId }, select: { personId: true, assetId: true }, orderBy: [{ personId: 'asc' }, { assetId: 'asc' }] })

/** ModeName is a failure mode that can call for a skill, with one of its names. */
export interface ModeName {
  readonly code: string
  readonly name: string
}

/** modeNames lists the organization's failure modes, each code once, by code. */
export const modeNames = (tx: Tx): Promise<ModeName[]> =>
  tx.exec.query<ModeName>('SELECT code, min(name) AS name FROM failure_mode WHERE org_id = $1::uuid GROUP BY code ORDER BY code', [tx.orgId])

/** replaceAbilities gives a person these skills and areas instead of those held before. */
export async function replaceAbilities(tx: Tx, personId: string, skills: readonly string[], areas: readonly string[]): Promise<void> {
  const { orgId } = tx
  await tx.db.personSkill.deleteMany({ where: { orgId, personId } })
  await tx.db.personSkill.createMany({ data: skills.map((skillId) => ({ orgId, personId, skillId })) })
  await tx.db.personArea.deleteMany({ where: { orgId, personId } })
  await tx.db.personArea.createMany({ data: areas.map((assetId) => ({ orgId, personId, assetId })) })
}
