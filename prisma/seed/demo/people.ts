import type { Role } from '#server/core/people/permissions.ts'

/** DemoPerson is one of the demo's people: one account per role. */
export interface DemoPerson {
  readonly role: Role
  readonly name: string
  readonly email: string
  /** True when the role holds at every site, as it would in a plant. */
  readonly everywhere: boolean
}

const person = (role: Role, name: string, everywhere = false, mailbox: string = role): DemoPerson => ({
  role, name, email: `${mailbox}@demo.millwright.local`, everywhere,
})

/** DEMO_PEOPLE is one person per role. Names are invented. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('technician', 'Tom Brandt'),
  person('supervisor', 'Sabine Keller'),
  person('planner', 'Paul Richter'),
  person('storekeeper', 'Silke Vogt'),
  // Rules of a class concern every site.
  person('reliability-engineer', 'Rana Aydin', true, 'reliability'),
  person('manager', 'Martin Lange', true),
  person('ot-engineer', 'Olga Petrova', false, 'ot'),
  person('safety', 'Simon Hartmann'),
  person('contractor', 'Carla Neumann'),
  person('requester', 'Ramon Diaz'),
  person('admin', 'Anna Schubert', true),
]

/** TEAM is the demo's crew, and the roles of those in it; the first leads it. */
export const TEAM = { name: 'Mechanics, early shift', roles: ['supervisor', 'technician'] as readonly Role[] } as const
