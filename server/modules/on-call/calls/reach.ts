import { callChain, needsCall, rostersFor, type Place } from '#server/core/on-call/chain.ts'
import type { Reach } from '#server/core/on-call/escalate.ts'
import { onCallAt } from '#server/core/on-call/roster.ts'
import type { Tx } from '#server/platform/db.ts'
import { knownAreas, type KnownArea } from '../abilities/abilities.repo.ts'
import { activePeople, withPermission, withRole, type PersonHere } from '../rosters/people.repo.ts'
import { pathTo, skillsOf, type SkillRow } from '../rosters/places.repo.ts'
import { rostersAt, type StoredRoster } from '../rosters/rosters.repo.ts'

/** Scene is everything that deciding whom to call about a machine needs. */
export interface Scene {
  readonly siteId: string
  readonly place: Place
  readonly rosters: readonly StoredRoster[]
  readonly people: readonly PersonHere[]
  readonly skills: readonly SkillRow[]
  readonly areas: readonly KnownArea[]
}

/** sceneOf reads who could be called about a machine with a fault at a site. */
export async function sceneOf(tx: Tx, siteId: string, assetId: string, failureMode: string | null, now: number): Promise<Scene> {
  const skills = await skillsOf(tx)
  const needed = failureMode === null ? [] : skills.filter((skill) => skill.failureModes.includes(failureMode)).map(({ id }) => id)
  const areas = await knownAreas(tx)
  return { siteId, skills, areas, place: { path: await pathTo(tx, assetId), skills: needed }, rosters: await rostersAt(tx, [siteId], now), people: await activePeople(tx) }
}

/** callsSomebody tells whether something of a priority calls somebody out there. */
export const callsSomebody = (scene: Scene, what: { readonly priority: number; readonly safety: boolean }): boolean => needsCall(scene.rosters, scene.place, what)

/** onCallNow lists who is on call there, in any of the rosters that answer for it. */
export const onCallNow = (scene: Scene, now: number): string[] => [...new Set(rostersFor(scene.rosters, scene.place).flatMap((roster) => onCallAt(roster, now)))]

/** supervisorsOf lists the supervisors of the scene's site. */
export const supervisorsOf = (scene: Scene): string[] => withRole(scene.people, scene.siteId, 'supervisor')

/** decidersOf lists who decides about orders there: supervisors and planners who hold the permission. */
export const decidersOf = (scene: Scene, permission: 'work-order.approve' | 'work-order.verify'): string[] => withPermission(scene.people, scene.siteId, permission, ['supervisor', 'planner'])

/** reachOf lists whom a call can reach at an instant (epoch ms): the chain of the rosters, supervisors, and else managers, administrators, anybody. */
export function reachOf(scene: Scene, now: number): Reach {
  const active = new Set(scene.people.map(({ id }) => id))
  const skillsHeld = (personId: string): string[] => scene.skills.filter(({ people }) => people.includes(personId)).map(({ id }) => id)
  const known = (person: string): string[] => scene.areas.filter(({ personId }) => personId === person).map(({ assetId }) => assetId)
  return {
    chain: callChain(scene.rosters, scene.place, now, { isActive: (id) => active.has(id), skillsOf: skillsHeld, areasOf: known }),
    supervisors: supervisorsOf(scene),
    others: [withRole(scene.people, scene.siteId, 'manager'), withRole(scene.people, scene.siteId, 'admin'), withPermission(scene.people, scene.siteId, 'incident.handle'), [...active]],
  }
}
