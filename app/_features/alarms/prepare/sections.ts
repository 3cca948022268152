import type { Alarm } from './view.ts'

/** SECTIONS are the parts of the list, in the order in which they need somebody. */
export const SECTIONS = ['new', 'standing', 'returned', 'over'] as const
export type SectionId = (typeof SECTIONS)[number]

/** Section is a part of the list with its alarms. */
export interface Section {
  readonly id: SectionId
  readonly alarms: readonly Alarm[]
}

/** sectionsOf parts a page of the list; parts without alarms are left out. */
export const sectionsOf = (alarms: readonly Alarm[]): readonly Section[] =>
  SECTIONS.map((id) => ({ id, alarms: alarms.filter((alarm) => alarm.section === id) })).filter((section) => section.alarms.length > 0)

/** isUnseen tells whether somebody still has to acknowledge an alarm. */
export const isUnseen = ({ state }: Pick<Alarm, 'state'>): boolean => state === 'unacknowledged-active' || state === 'unacknowledged-returned'

/** unseenIn counts what an acknowledgement of an alarm with all that is folded under it would acknowledge. */
export const unseenIn = (alarm: Pick<Alarm, 'state' | 'folded'>): number => (isUnseen(alarm) ? 1 : 0) + alarm.folded.unacknowledged
