import type { PersonActor } from '#server/core/people/actor.ts'
import { readGrants } from '#server/core/people/grants.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import { SECOND_MS } from '#server/core/kernel/time.ts'
import { ttlCache } from '#server/platform/cache.ts'
import { chooseOrganization, findPerson, membershipsOfSession } from './session.repo.ts'

/** ResolvedSession is the person a session acts as. */
export interface ResolvedSession {
  readonly sessionId: string
  readonly actor: PersonActor
  readonly locale: string
}

// A change made in another process counts after this time at the latest; in this process at once.
const KEPT_MS = 5 * SECOND_MS
const resolved = ttlCache<ResolvedSession | null>('sessions', KEPT_MS)

async function load(sessionId: string): Promise<ResolvedSession | null> {
  const memberships = await membershipsOfSession(sessionId)
  const membership = memberships.find((each) => each.orgId === each.activeOrgId) ?? memberships[0]
  if (!membership) return null
  const person = await findPerson(membership.orgId, membership.personId)
  if (!person?.active) return null
  const grants = readGrants(person.grants)
  return {
    sessionId,
    actor: { type: 'person', orgId: membership.orgId, personId: person.id, name: person.name, grants },
    locale: person.locale,
  }
}

/** resolveSession finds the person a session acts as in its active organization; null when ended, removed or inactive. */
export const resolveSession = (sessionId: string): Promise<ResolvedSession | null> => resolved.get(sessionId, () => load(sessionId))

/** forgetPerson drops what is kept about a person, so that a changed role or name counts at once. */
export const forgetPerson = (personId: string): void => resolved.forget((each) => each?.actor.personId === personId)

/** forgetSession drops what is kept about a session. */
const forgetSession = (sessionId: string): void => resolved.forget((each) => each?.sessionId === sessionId)

/** switchOrganization makes the session act in another of its user's organizations; 'not-found' when he is not a member. */
export async function switchOrganization(sessionId: string, orgId: string): Promise<void> {
  if (!(await chooseOrganization(sessionId, orgId))) throw new AppError('not-found', 'This organization does not exist, or you do not belong to it.')
  forgetSession(sessionId)
}
