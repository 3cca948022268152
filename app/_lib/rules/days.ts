// 1 January 2024 was a Monday.
const dayIn = (day: number): Date => new Date(Date.UTC(2024, 0, day))

/** dayName is the name of a day (1 Monday to 7 Sunday), short or in full. */
export const dayName = (day: number, locale: string, weekday: 'short' | 'long' = 'short'): string =>
  new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(dayIn(day))

/** runsOf joins neighbouring days into runs. */
const runsOf = (days: readonly number[]): number[][] => {
  const runs: number[][] = []
  for (const day of days.toSorted((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs
}

/** writeDays writes days of the week, with neighbours joined from three on: Mon–Fri, or Mon, Wed. */
export const writeDays = (days: readonly number[], locale: string): string =>
  runsOf(days).flatMap((run) => (run.length < 3 ? run.map((day) => dayName(day, locale)) : [`${dayName(run[0] ?? 1, locale)}–${dayName(run.at(-1) ?? 1, locale)}`])).join(', ')
