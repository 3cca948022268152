import { DAY_MS } from '../kernel/time.ts'
import { instantOf, localTime, mondayOf, weekdayOf } from '../kernel/local-time.ts'

/** Shift is one line of a roster's weekly pattern; minutes are local, an end at or before the begin lies on the next day. */
export interface Shift {
  readonly personId: string
  /** 1 is called first. */
  readonly position: number
  /** Which week of the rotation, from 0. */
  readonly week: number
  /** ISO weekdays on which it begins. */
  readonly weekdays: readonly number[]
  readonly fromMinute: number
  readonly toMinute: number
}

/** Exception is somebody away, somebody standing in, or both, over [from, to) in epoch ms. */
export interface Exception {
  readonly from: number
  readonly to: number
  readonly awayId: string | null
  readonly insteadId: string | null
}

/** Pattern is when who is on call: shifts in the site's zone, rotating from the week of rotationStart (days since 1970). */
export interface Pattern {
  readonly zone: string
  readonly rotationWeeks: number
  readonly rotationStart: number
  readonly shifts: readonly Shift[]
  readonly exceptions: readonly Exception[]
}

/** Duty is one shift as it really takes place: [from, to) in epoch ms. */
export interface Duty {
  readonly personId: string
  readonly position: number
  readonly from: number
  readonly to: number
}

/** weekOf tells which week of the rotation a day lies in, from 0. */
export function weekOf(pattern: Pick<Pattern, 'rotationWeeks' | 'rotationStart'>, day: number): number {
  const weeks = Math.max(1, pattern.rotationWeeks)
  const passed = (mondayOf(day) - mondayOf(pattern.rotationStart)) / 7
  return ((passed % weeks) + weeks) % weeks
}

/** dutiesBetween lists the shifts that touch [from, to), in the order of their begin, without exceptions. */
export function dutiesBetween(pattern: Pattern, from: number, to: number): Duty[] {
  const last = localTime(to, pattern.zone).day
  const duties: Duty[] = []
  // A night shift of the day before still runs.
  for (let day = localTime(from, pattern.zone).day - 1; day <= last; day += 1) {
    const week = weekOf(pattern, day)
    for (const shift of pattern.shifts) {
      if (shift.week !== week || !shift.weekdays.includes(weekdayOf(day))) continue
      const begins = instantOf(day, shift.fromMinute, pattern.zone)
      const ends = instantOf(day + (shift.toMinute <= shift.fromMinute ? 1 : 0), shift.toMinute, pattern.zone)
      if (begins < to && ends > from) duties.push({ personId: shift.personId, position: shift.position, from: begins, to: ends })
    }
  }
  return duties.sort((a, b) => a.from - b.from || a.position - b.position || (a.personId < b.personId ? -1 : 1))
}

function withExceptions(people: readonly string[], exceptions: readonly Exception[]): string[] {
  const away = new Set(exceptions.flatMap(({ awayId }) => (awayId === null ? [] : [awayId])))
  const standIns = (personId: string): string[] => exceptions.flatMap((one) => (one.awayId === personId && one.insteadId !== null ? [one.insteadId] : []))
  const helpers = exceptions.flatMap((one) => (one.awayId === null && one.insteadId !== null ? [one.insteadId] : []))
  const present = [...people.flatMap((personId) => (away.has(personId) ? standIns(personId) : [personId])), ...helpers]
  return [...new Set(present)].filter((personId) => !away.has(personId))
}

const during = (one: { readonly from: number; readonly to: number }, at: number): boolean => one.from <= at && at < one.to

/** onCallAt lists who is on call at an instant (epoch ms), the first to be called first; somebody away is left out, a stand-in takes the place. */
export function onCallAt(pattern: Pattern, at: number): string[] {
  const duties = dutiesBetween(pattern, at, at + 1).filter((duty) => during(duty, at)).sort((a, b) => a.position - b.position || a.from - b.from)
  return withExceptions(duties.map(({ personId }) => personId), pattern.exceptions.filter((one) => during(one, at)))
}

/** Cover is who is on call over [from, to) in epoch ms; nobody is a gap. */
export interface Cover {
  readonly from: number
  readonly to: number
  readonly people: readonly string[]
}

/** coverBetween cuts [from, to) where who is on call changes; pieces follow each other without a hole, an empty one is a gap. */
export function coverBetween(pattern: Pattern, from: number, to: number): Cover[] {
  const edges = [...dutiesBetween(pattern, from, to), ...pattern.exceptions].flatMap((one) => [one.from, one.to])
  const cuts = [...new Set([from, ...edges.filter((edge) => edge > from && edge < to)])].sort((a, b) => a - b)
  const pieces: Cover[] = []
  for (const [i, start] of cuts.entries()) {
    const piece = { from: start, to: cuts[i + 1] ?? to, people: onCallAt(pattern, start) }
    const before = pieces.at(-1)
    if (before && before.people.join() === piece.people.join()) pieces[pieces.length - 1] = { ...before, to: piece.to }
    else pieces.push(piece)
  }
  return pieces
}

/** weekFrom is the local week around an instant as [from, to) in epoch ms, Monday to Monday, so many weeks later. */
export function weekFrom(zone: string, at: number, weeksLater = 0): { readonly from: number; readonly to: number; readonly monday: number } {
  const monday = mondayOf(localTime(at + weeksLater * 7 * DAY_MS, zone).day)
  return { from: instantOf(monday, 0, zone), to: instantOf(monday + 7, 0, zone), monday }
}
