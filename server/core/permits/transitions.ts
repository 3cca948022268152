import type { Permission } from '../people/permissions.ts'

/** PERMIT_STATUSES are the states of a permit, in the order of its life. It is open until it is closed. */
export const PERMIT_STATUSES = ['issued', 'suspended', 'handed-back', 'closed'] as const
export type PermitStatus = (typeof PERMIT_STATUSES)[number]

/** PERMIT_COMMANDS are what people do with a permit that was issued. */
export const PERMIT_COMMANDS = ['gasTest', 'suspend', 'resume', 'extend', 'handBack', 'close'] as const
export type PermitCommand = (typeof PERMIT_COMMANDS)[number]

/** PermitTransition is one row of the table: from where, to where, who, and whether it may be reported late. */
export interface PermitTransition {
  readonly from: readonly PermitStatus[]
  readonly to: PermitStatus | 'same'
  readonly permission: Permission
  /** 'issuer': not who works under it. 'performer': nobody but him. */
  readonly by: 'anybody' | 'issuer' | 'performer'
  /** True for a fact that an offline tablet may report afterwards. */
  readonly offline: boolean
}

/** PERMIT_TRANSITIONS says for every command from which states it leads where; a pair that is not there is refused. */
export const PERMIT_TRANSITIONS: Readonly<Record<PermitCommand, PermitTransition>> = {
  gasTest: { from: ['issued', 'suspended'], to: 'same', permission: 'work-order.execute', by: 'anybody', offline: true },
  // Whoever sees a danger stops the work.
  suspend: { from: ['issued'], to: 'suspended', permission: 'work-order.read', by: 'anybody', offline: true },
  resume: { from: ['suspended'], to: 'issued', permission: 'permit.issue', by: 'issuer', offline: false },
  extend: { from: ['issued', 'suspended'], to: 'same', permission: 'permit.issue', by: 'issuer', offline: false },
  handBack: { from: ['issued', 'suspended'], to: 'handed-back', permission: 'work-order.execute', by: 'performer', offline: true },
  // One that nobody handed back is closed with the reason: its performer has left the plant.
  close: { from: ['handed-back', 'issued', 'suspended'], to: 'closed', permission: 'permit.issue', by: 'issuer', offline: false },
}

/** PERMIT_EVENTS names what a command leaves in the permit's history. */
export const PERMIT_EVENTS = { gasTest: 'gas-tested', suspend: 'suspended', resume: 'resumed', extend: 'extended', handBack: 'handed-back', close: 'closed' } as const satisfies Record<PermitCommand, string>

/** isOpen tells whether a permit still keeps a machine from being returned to service. */
export const isOpen = (status: PermitStatus): boolean => status !== 'closed'
