import { AppError, notFound } from '#server/core/kernel/errors.ts'
import type { SkillInput } from '#server/core/on-call/roster-input.ts'
import { requireEverywhere, type Actor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { withTenant } from '#server/platform/db.ts'
import { violatedIndex } from '#server/platform/unique-violation.ts'
import { activePeople } from './people.repo.ts'
import { writeSkill } from './skills.repo.ts'

/** saveSkill makes a skill of the organization, or changes the one named, and who has it; it concerns every site. */
export async function saveSkill(actor: Actor, input: SkillInput): Promise<{ id: string }> {
  requireEverywhere(actor, 'notify.edit')
  try {
    return await withTenant(actor.orgId, async (tx) => {
      const known = new Set((await activePeople(tx)).map(({ id }) => id))
      if (input.people.some((id) => !known.has(id))) throw new AppError('invalid', 'This person does not work here.', { field: 'people' })
      const id = await writeSkill(tx, input)
      if (id === null) throw notFound('This skill')
      await writeAudit(tx, { actor, action: 'skill.save', entity: 'skill', entityId: id, after: input })
      return { id }
    })
  } catch (error) {
    if (violatedIndex(error) === 'skill_org_id_code_key') throw new AppError('conflict', 'There is a skill of this code already.', { field: 'code' })
    throw error
  }
}
