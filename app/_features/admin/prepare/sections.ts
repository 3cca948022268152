import type { Permission } from '#server/core/people/permissions.ts'

/** Section is one part of the administration. */
export type Section = 'people' | 'devices' | 'doors' | 'keys' | 'webhooks' | 'audit'

const NEEDS: Readonly<Record<Section, Permission>> = { people: 'people.edit', devices: 'people.edit', doors: 'door.edit', keys: 'key.edit', webhooks: 'webhook.edit', audit: 'audit.read' }

/** sectionsFor lists the parts a person may use. */
export const sectionsFor = (permissions: readonly Permission[]): readonly Section[] =>
  (Object.keys(NEEDS) as Section[]).filter((section) => permissions.includes(NEEDS[section]))
