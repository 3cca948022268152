import { ALARM_EVENTS } from './transitions.ts'

/** JOURNAL_TYPES are what an alarm's journal tells: what changed its state, and what happened to its place among others. */
export const JOURNAL_TYPES = [...ALARM_EVENTS, 'folded', 'unfolded'] as const
export type JournalType = (typeof JOURNAL_TYPES)[number]
