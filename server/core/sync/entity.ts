/** ENTITY_KINDS are what operations of a tablet are about; operations of one entity are taken in one after the other. */
export const ENTITY_KINDS = ['work-order', 'handover', 'temporary-repair'] as const
export type EntityKind = (typeof ENTITY_KINDS)[number]

/** entityOf is what an operation of a kind is about: handovers and temporary repairs are things of their own, everything else is about an order. */
export const entityOf = (kind: string): EntityKind => (kind.startsWith('handover.') ? 'handover' : kind.startsWith('repair.') ? 'temporary-repair' : 'work-order')
