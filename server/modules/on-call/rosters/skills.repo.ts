import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'

/** SkillFields is a skill to be kept: a new one where id is null. */
export interface SkillFields {
  readonly id: string | null
  readonly code: string
  readonly name: string
  readonly failureModes: readonly string[]
  readonly people: readonly string[]
}

/** writeSkill stores a new skill, or changes the one named, and who has it; gives its id, null when it is not there. */
export async function writeSkill(tx: Tx, skill: SkillFields): Promise<string | null> {
  const { orgId } = tx
  const fields = { code: skill.code, name: skill.name, failureModes: [...skill.failureModes] }
  const id = skill.id ?? newId()
  if (skill.id === null) await tx.db.skill.create({ data: { orgId, id, ...fields } })
  else if ((await tx.db.skill.updateMany({ where: { orgId, id }, data: fields })).count === 0) return null
  await tx.db.personSkill.deleteMany({ where: { orgId, skillId: id } })
  await tx.db.personSkill.createMany({ data: skill.people.map((personId) => ({ orgId, personId, skillId: id })) })
  return id
}
