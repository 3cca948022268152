import { systemExec, withTenant } from '#server/platform/db.ts'

/** SessionMembership is one organization a living session may act in. */
export interface SessionMembership {
  readonly activeOrgId: string | null
  readonly orgId: string
  readonly personId: string
}

/** membershipsOfSession lists where the session's user belongs; empty when the session has ended. */
export const membershipsOfSession = (sessionId: string): Promise<SessionMembership[]> =>
  systemExec().query(
    `SELECT s.active_org_id AS "activeOrgId", m.org_id AS "orgId", m.person_id AS "personId"
       FROM auth_session s JOIN membership m ON m.user_id = s.user_id
      WHERE s.id = $1 AND s.expires_at > now() ORDER BY m.created_at, m.org_id`,
    [sessionId],
  )

/** chooseOrganization lets the session look at another organization its user belongs to; false when he does not. */
export async function chooseOrganization(sessionId: string, orgId: string): Promise<boolean> {
  const rows = await systemExec().query(
    `UPDATE auth_session s SET active_org_id = m.org_id FROM membership m
      WHERE s.id = $1 AND m.user_id = s.user_id AND m.org_id = $2::uuid RETURNING s.id`,
    [sessionId, orgId],
  )
  return rows.length > 0
}

/** PersonRow is a person with the roles held. */
export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly locale: string
  readonly active: boolean
  readonly grants: { readonly role: string; readonly siteId: string | null }[]
}

/** findPerson reads a person of the organization with the roles held; null when there is none. */
export const findPerson = (orgId: string, personId: string): Promise<PersonRow | null> =>
  withTenant(orgId, (tx) =>
    tx.db.person.findFirst({
      where: { orgId, id: personId },
      select: { id: true, name: true, email: true, locale: true, active: true, grants: { select: { role: true, siteId: true } } },
    }),
  )
