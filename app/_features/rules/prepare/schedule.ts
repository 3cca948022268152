import type { Definition } from './rule.ts'

type Schedule = NonNullable<Definition['schedule']>

/** Stretch is one stretch of a rule's week: days (1 Monday to 7 Sunday), and from when to when by the wall clock. */
export type Stretch = Schedule[number]

/** WEEK are the days of the week, 1 Monday to 7 Sunday. */
export const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

/** MOST_STRETCHES is how many stretches a schedule may have. */
export const MOST_STRETCHES = 16

const CLOCK = /^\d\d:\d\d$/

const FIRST: Stretch = { days: [1, 2, 3, 4, 5], from: '06:00', to: '22:00' }

/** withSchedule lets a rule judge at certain times only, with a working week to begin with, or at any time. */
export const withSchedule = (rule: Definition, isOn: boolean): Definition => ({ ...rule, schedule: isOn ? rule.schedule ?? [FIRST] : null })

const withStretches = (rule: Definition, change: (stretches: Schedule) => Schedule): Definition => (rule.schedule === null ? rule : { ...rule, schedule: change(rule.schedule) })

/** withStretch changes one stretch; its days stay in the order of the week. */
export const withStretch = (rule: Definition, index: number, change: Partial<Stretch>): Definition =>
  withStretches(rule, (stretches) => stretches.map((one, place) => (place === index ? { ...one, ...change, days: (change.days ?? one.days).toSorted((a, b) => a - b) } : one)))

/** addStretch adds a stretch of the weekend. */
export const addStretch = (rule: Definition): Definition => withStretches(rule, (stretches) => [...stretches, { ...FIRST, days: [6, 7] }])

/** removeStretch takes a stretch away; the last one stays. */
export const removeStretch = (rule: Definition, index: number): Definition =>
  withStretches(rule, (stretches) => (stretches.length === 1 ? stretches : stretches.filter((_one, place) => place !== index)))

/** isPastMidnight tells whether a stretch goes on into the next day. */
export const isPastMidnight = ({ from, to }: Pick<Stretch, 'from' | 'to'>): boolean => CLOCK.test(from) && CLOCK.test(to) && to <= from

const LAST_HOUR = 23
const LAST_MINUTE = 59

/** clockOf makes a time of day such as 06:00 of what people type ("6", "630", "6.30", "22:00"); other text stays as it is, for the rule to complain about. */
export function clockOf(typed: string): string {
  const [, hours = '', minutes = '0'] = /^\s*(\d{1,2})(?:[:.h]?(\d{2}))?\s*$/.exec(typed) ?? []
  if (hours === '' || Number(hours) > LAST_HOUR || Number(minutes) > LAST_MINUTE) return typed.trim()
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
}
