import type { Role } from './permissions.ts'

/** FIRST_DAY_STEPS are things a newcomer can really do; each is ticked when it was done, never by hand. */
export const FIRST_DAY_STEPS = [
  'see-overview', 'open-asset', 'open-order', 'start-order', 'complete-order', 'acknowledge-incident', 'request-work', 'plan-order', 'assign-order',
  'open-rule', 'preview-rule', 'publish-rule', 'see-sources', 'see-health', 'create-key', 'add-person', 'see-audit',
] as const
export type FirstDayStep = (typeof FIRST_DAY_STEPS)[number]

/** FIRST_DAY is each role's short list, in the order in which it makes sense. */
export const FIRST_DAY: Readonly<Record<Role, readonly FirstDayStep[]>> = {
  technician: ['open-order', 'start-order', 'complete-order'],
  supervisor: ['see-overview', 'open-order', 'acknowledge-incident', 'assign-order'],
  planner: ['open-order', 'plan-order', 'assign-order'],
  storekeeper: ['open-asset', 'open-order'],
  'reliability-engineer': ['open-asset', 'open-rule', 'preview-rule', 'publish-rule'],
  manager: ['see-overview', 'open-order', 'see-health'],
  'ot-engineer': ['see-sources', 'see-health', 'create-key'],
  safety: ['open-order', 'see-audit'],
  contractor: ['open-order', 'start-order'],
  requester: ['open-asset', 'request-work'],
  admin: ['see-health', 'add-person', 'create-key'],
}

/** firstDayOf joins the lists of the roles a person holds: each step once, in order. */
export const firstDayOf = (roles: readonly Role[]): readonly FirstDayStep[] => [
  ...new Set(roles.flatMap((role) => FIRST_DAY[role])),
]
