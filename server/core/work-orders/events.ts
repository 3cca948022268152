import type { CommandName } from './enums.ts'

/** COMMAND_EVENTS names what a command leaves in the order's history. */
export const COMMAND_EVENTS = {
  approve: 'approved', reject: 'rejected', plan: 'planned', schedule: 'scheduled', assign: 'assigned', start: 'started', hold: 'held',
  resume: 'resumed', joinTimer: 'timer-joined', stopTimer: 'timer-stopped', complete: 'completed', verify: 'verified', close: 'closed',
  cancel: 'cancelled', reopen: 'reopened', defer: 'deferred', comment: 'commented', attach: 'attached', detach: 'detached',
  answerTask: 'task-answered', acceptProposal: 'proposal-answered',
  moveAsset: 'asset-moved', meToo: 'seen-too', carryRest: 'rest-carried', edit: 'edited', answerRest: 'rest-answered', raiseFollowUp: 'follow-up-raised', settleRecord: 'record-settled',
  planPart: 'part-planned', usePart: 'part-used', returnPart: 'part-returned', logTime: 'time-logged', correctTime: 'time-corrected', recordDowntime: 'downtime-recorded',
} as const satisfies Record<CommandName, string>

/** TICKET_EVENTS names what the ticket policy leaves in an order's history; each carries the policy's reason. */
export const TICKET_EVENTS = {
  create: 'created', 'append-evidence': 'evidence-added', 'raise-priority': 'priority-raised', reopen: 'reopened',
  'ask-repair-did-not-hold': 'repair-doubted', 'propose-close': 'close-proposed',
} as const

/** RULE_DEMOTED is left in the history of open orders whose rule a person lets only be watched from then on, with the reason. */
export const RULE_DEMOTED = 'rule-demoted'

/** FOLDED_EVENT names that a ticket carries a flood from now on. */
export const FOLDED_EVENT = 'alarms-folded'

/** SAFETY_EVENTS are left in the history of an order by what happens to its isolation, its permits, and what was done without them. */
export const SAFETY_EVENTS = ['isolation-changed', 'permit-changed'] as const

/** SECOND_RECORD is left in the history when somebody records work that was over already: the whole of what he recorded. */
export const SECOND_RECORD = 'second-record'

export type OrderEventType =
  | typeof SECOND_RECORD | (typeof SAFETY_EVENTS)[number] | typeof FOLDED_EVENT | typeof RULE_DEMOTED | (typeof COMMAND_EVENTS)[CommandName]
  | (typeof TICKET_EVENTS)[keyof typeof TICKET_EVENTS]
