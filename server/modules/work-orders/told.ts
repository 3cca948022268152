import type { Permission } from '#server/core/people/permissions.ts'

/** Told is who tells something, in which operation, and whether it comes when the order is over. */
export interface Told {
  readonly personId: string | null
  /** Names what is written down, so that a tablet without a network can name it again before it was heard. */
  readonly opId: string
  readonly late: boolean
  readonly holds: (permission: Permission) => boolean
}
