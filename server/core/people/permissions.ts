/** ROLES are the roles of a plant, each granted at one site or at all. */
export const ROLES = [
  'technician', 'supervisor', 'planner', 'storekeeper', 'reliability-engineer', 'manager',
  'ot-engineer', 'safety', 'contractor', 'requester', 'admin',
] as const
export type Role = (typeof ROLES)[number]

/** PERMISSIONS is every permission a procedure can ask for. */
export const PERMISSIONS = [
  'me.read',
  'asset.read', 'asset.edit',
  'telemetry.read',
  'incident.read', 'incident.handle',
  'alarm.suppress',
  'work-order.read', 'work-order.request', 'work-order.create', 'work-order.approve', 'work-order.plan', 'work-order.assign',
  'work-order.execute', 'work-order.break-in', 'work-order.verify', 'work-order.close', 'work-order.cancel', 'work-order.defer',
  'isolation.edit', 'isolation.override', 'permit.issue', 'permit.overrule',
  'rule.read', 'rule.edit', 'rule.publish',
  'cost.edit',
  'source.read', 'source.edit',
  'system.read',
  'people.read', 'people.edit',
  'notify.edit',
  'webhook.edit',
  'key.edit',
  'door.edit',
  'audit.read',
] as const
export type Permission = (typeof PERMISSIONS)[number]

const LOOK = ['me.read', 'asset.read', 'telemetry.read', 'incident.read', 'work-order.read', 'rule.read'] as const satisfies readonly Permission[]

/** ROLE_PERMISSIONS is what each role may do. A role that is not listed with a permission does not have it. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  requester: ['me.read', 'asset.read', 'work-order.request'],
  contractor: ['me.read', 'asset.read', 'work-order.read', 'work-order.execute'],
  technician: [...LOOK, 'work-order.request', 'work-order.create', 'work-order.execute', 'work-order.break-in', 'work-order.close', 'incident.handle'],
  supervisor: [
    ...LOOK, 'incident.handle', 'alarm.suppress', 'work-order.request', 'work-order.create', 'work-order.approve', 'work-order.plan', 'work-order.assign', 'work-order.execute',
    'work-order.break-in', 'work-order.verify', 'work-order.close', 'work-order.cancel', 'work-order.defer', 'people.read', 'source.read', 'system.read', 'audit.read',
    'notify.edit', 'isolation.override', 'permit.issue',
  ],
  planner: [
    ...LOOK, 'asset.edit', 'work-order.request', 'work-order.create', 'work-order.approve', 'work-order.plan', 'work-order.assign', 'work-order.cancel', 'work-order.close',
    'people.read', 'source.read', 'system.read', 'isolation.edit',
  ],
  storekeeper: ['me.read', 'asset.read', 'work-order.read', 'work-order.request'],
  'reliability-engineer': [
    ...LOOK, 'asset.edit', 'incident.handle', 'alarm.suppress', 'rule.edit', 'rule.publish', 'work-order.request', 'work-order.create', 'work-order.approve', 'work-order.verify', 'source.read', 'system.read', 'audit.read',
    'isolation.edit',
  ],
  manager: [...LOOK, 'cost.edit', 'work-order.request', 'work-order.create', 'work-order.approve', 'work-order.defer', 'people.read', 'source.read', 'system.read', 'audit.read'],
  'ot-engineer': [...LOOK, 'source.read', 'source.edit', 'key.edit', 'asset.edit', 'work-order.request', 'system.read'],
  safety: [...LOOK, 'alarm.suppress', 'work-order.request', 'work-order.create', 'work-order.cancel', 'audit.read', 'isolation.edit', 'isolation.override', 'permit.issue', 'permit.overrule'],
  admin: [...PERMISSIONS],
}

/** SCOPES are what an API key can be made for. */
export const SCOPES = ['ingest', 'read'] as const
export type Scope = (typeof SCOPES)[number]

/** SCOPE_PERMISSIONS is what a key's scope lets a machine read; a machine changes nothing but the readings it sends. */
export const SCOPE_PERMISSIONS: Readonly<Record<Scope, readonly Permission[]>> = {
  ingest: [],
  read: ['asset.read', 'telemetry.read', 'incident.read', 'work-order.read', 'rule.read', 'source.read', 'system.read'],
}
