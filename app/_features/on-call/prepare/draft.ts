import type { Inputs } from '../../../_lib/trpc/types.ts'
import type { Roster } from './week.ts'

/** Line is one line of a pattern while it is written: its times as text. */
export interface Line {
  readonly key: string
  readonly personId: string | null
  readonly position: number
  readonly week: number
  readonly weekdays: readonly number[]
  readonly from: string
  readonly to: string
}

/** Draft is a roster while it is written. */
export interface Draft {
  readonly name: string
  readonly areaId: string | null
  readonly skillId: string | null
  readonly stepMinutes: number
  readonly callFrom: number
  readonly rotationWeeks: number
  readonly rotationStart: number
  readonly lines: readonly Line[]
}

/** EMPTY_LINE is a new line: nights on every day. */
export const EMPTY_LINE: Omit<Line, 'key'> = { personId: null, position: 1, week: 0, weekdays: [1, 2, 3, 4, 5, 6, 7], from: '18:00', to: '06:00' }

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const minuteOf = (text: string): number => {
  const [hours = '0', minutes = '0'] = text.split(':')
  return Number(hours) * 60 + Number(minutes)
}

/** draftOf is a roster as a person changes it; a new one begins its rotation in the week of today (days since 1970). */
export const draftOf = (roster: Roster | null, today: number): Draft =>
  roster === null
    ? { name: '', areaId: null, skillId: null, stepMinutes: 10, callFrom: 2, rotationWeeks: 1, rotationStart: today, lines: [] }
    : {
        name: roster.name, areaId: roster.areaId, skillId: roster.skillId, stepMinutes: roster.stepMinutes, callFrom: roster.callFrom, rotationWeeks: roster.rotationWeeks,
        rotationStart: roster.rotationStart,
        lines: roster.shifts.map(({ id, fromMinute, toMinute, ...shift }) => ({ ...shift, key: id, from: clock(fromMinute), to: clock(toMinute) })),
      }

/** isWhole tells whether every line has a person, a day and its times. */
export const isWhole = ({ lines }: Draft): boolean => lines.every(({ personId, weekdays, from, to }) => personId !== null && weekdays.length > 0 && from !== '' && to !== '')

/** rosterOf is what the server keeps of a whole draft; a week that the rotation no longer has becomes its last. */
export const rosterOf = ({ lines, ...draft }: Draft): Inputs['onCall']['saveRoster']['roster'] => ({
  ...draft, name: draft.name.trim(),
  shifts: lines.flatMap(({ personId, position, week, weekdays, from, to }) =>
    personId === null ? [] : [{ personId, position, week: Math.min(week, draft.rotationWeeks - 1), weekdays: [...weekdays], fromMinute: minuteOf(from), toMinute: minuteOf(to) }]),
})
