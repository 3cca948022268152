import { AppError, notFound } from '#server/core/kernel/errors.ts'
import type { SkillInput } from '#server/core/on-call/roster-input.ts'
import { requireEverywhere, type Actor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { withTenant } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { violatedIndex } from '#server/platform/unique-violation.ts'
import { skillsOf } from './places.repo.ts'
import { deleteSkill, rostersOfSkill, writeSkill } from './skills.repo.ts'

/** saveSkill makes a skill of the organization, or changes the one named; it concerns every site. */
export async function saveSkill(actor: Actor, input: SkillInput): Promise<{ id: string }> {
  requireEverywhere(actor, 'notify.edit')
  try {
    return await withTenant(actor.orgId, async (tx) => {
      const before = (await skillsOf(tx)).find(({ id }) => id === input.id)
      const id = await writeSkill(tx, input)
      if (id === null) throw notFound('This skill')
      await writeAudit(tx, { actor, action: 'skill.save', entity: 'skill', entityId: id, before, after: input })
      await publishLive(tx.exec, tx.orgId, { entity: 'roster' })
      return { id }
    })
  } catch (error) {
    if (violatedIndex(error) === 'skill_org_id_code_key') throw new AppError('conflict', 'There is a skill of this code already.', { field: 'code' })
    throw error
  }
}

/** removeSkill takes a skill away, and from those who had it; 'conflict' while a roster is for it. */
export async function removeSkill(actor: Actor, input: { readonly id: string }): Promise<void> {
  requireEverywhere(actor, 'notify.edit')
  await withTenant(actor.orgId, async (tx) => {
    const before = (await skillsOf(tx)).find(({ id }) => id === input.id)
    if (!before) throw notFound('This skill')
    const rosters = await rostersOfSkill(tx, input.id)
    if (rosters.length > 0) throw new AppError('conflict', `A roster is for this skill (${rosters.join(', ')}): change or delete that first.`, { id: input.id })
    await deleteSkill(tx, input.id)
    await writeAudit(tx, { actor, action: 'skill.remove', entity: 'skill', entityId: input.id, before })
    await publishLive(tx.exec, tx.orgId, { entity: 'roster' })
  })
}
