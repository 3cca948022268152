import { randomInt } from 'node:crypto'
import { createUser, listPeople, resetPassword } from '#server/modules/people/index.ts'
import type { Exec } from '#server/platform/db.ts'
import { insertRows } from '../support/insert.ts'
import { seedId } from '../support/seed-id.ts'
import { DEMO_PEOPLE, TEAM } from './people.ts'

// Letters and digits that nobody mistakes for each other on paper.
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'
const GROUPS = 4
const GROUP_LENGTH = 4

/** newDemoPassword makes a password of 80 random bits in groups that can be typed. */
export const newDemoPassword = (): string =>
  Array.from({ length: GROUPS }, () => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')).join('-')

/** writePeople makes one account per role; those that are there get this password when `reset` says so. */
export async function writePeople(orgId: string, siteId: string, password: string, reset: boolean): Promise<void> {
  const known = new Set((await listPeople({ type: 'system', orgId }, {})).map((person) => person.name))
  for (const { role, name, email, everywhere } of DEMO_PEOPLE) {
    if (!known.has(name)) await createUser({ orgId, name, email, password, roles: [{ role, siteId: everywhere ? null : siteId }] })
    else if (reset) await resetPassword({ email, password })
  }
}

/** writeTeam makes the demo's crew of the people who are there. */
export async function writeTeam(exec: Exec, orgId: string, siteId: string): Promise<void> {
  const teamId = seedId(orgId, 'team:mechanics')
  await insertRows(exec, 'team', [{ org_id: orgId, id: teamId, site_id: siteId, name: TEAM.name }])
  for (const [index, role] of TEAM.roles.entries()) {
    const email = DEMO_PEOPLE.find((person) => person.role === role)?.email ?? ''
    await exec.query(
      `INSERT INTO team_member (org_id, team_id, person_id, lead) SELECT org_id, $2::uuid, id, $4 FROM person WHERE org_id = $1::uuid AND email = $3 ON CONFLICT DO NOTHING`,
      [orgId, teamId, email, index === 0],
    )
  }
}
