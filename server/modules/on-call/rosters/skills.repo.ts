import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'

/** SkillFields is a skill to be kept: a new one where id is null. */
export interface SkillFields {
  readonly id: string | null
  readonly code: string
  readonly name: string
  readonly failureModes: readonly string[]
}

/** writeSkill stores a new skill, or changes the one named; gives its id, null when it is not there. */
export async function writeSkill(tx: Tx, skill: SkillFields): Promise<string | null> {
  const { orgId } = tx
  const fields = { code: skill.code, name: skill.name, failureModes: [...skill.failureModes] }
  const id = skill.id ?? newId()
  if (skill.id === null) await tx.db.skill.create({ data: { orgId, id, ...fields } })
  else if ((await tx.db.skill.updateMany({ where: { orgId, id }, data: fields })).count === 0) return null
  return id
}

/** deleteSkill takes a skill away, and from those who had it. */
export async function deleteSkill(tx: Tx, id: string): Promise<void> {
  await tx.db.skill.delete({ where: { orgId_id: { orgId: tx.orgId, id } } })
}

/** rostersOfSkill names the rosters that are for work of a skill. */
export const rostersOfSkill = async (tx: Tx, skillId: string): Promise<string[]> =>
  (await tx.db.roster.findMany({ where: { orgId: tx.orgId, skillId }, orderBy: { name: 'asc' }, select: { name: true } })).map(({ name }) => name)
