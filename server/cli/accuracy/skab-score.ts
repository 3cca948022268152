import { rounded, share, type Metrics } from './metrics.ts'

/** TRAINING_ROWS are the rows at the start of each file that are not scored. */
export const TRAINING_ROWS = 400
const LATE_ROWS = 60
const SECONDS_PER_HOUR = 3600

/** SkabRun is one experiment as it was judged: per row whether the fault is there and whether an alarm stands, and the rows at which tickets opened. */
export interface SkabRun {
  readonly fault: readonly boolean[]
  readonly alarm: readonly boolean[]
  readonly tickets: readonly number[]
}

interface Counts { tp: number; fp: number; fn: number; tn: number }

const countRows = (runs: readonly SkabRun[]): Counts => {
  const counts = { tp: 0, fp: 0, fn: 0, tn: 0 }
  for (const { fault, alarm } of runs) {
    for (let row = TRAINING_ROWS; row < fault.length; row += 1) {
      if (fault[row] === true) counts[alarm[row] === true ? 'tp' : 'fn'] += 1
      else counts[alarm[row] === true ? 'fp' : 'tn'] += 1
    }
  }
  return counts
}

/** ticketsOf sorts a run's tickets: those that open while the fault is there find it, those before it or more than 60 rows after it are false. */
const ticketsOf = ({ fault, tickets }: SkabRun): { found: number[]; wrong: number } => {
  const [first, last] = [fault.indexOf(true), fault.lastIndexOf(true)]
  const found = tickets.filter((row) => row >= first && row <= last).map((row) => row - first)
  return { found, wrong: tickets.filter((row) => row < first || row > last + LATE_ROWS).length }
}

const medianOf = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}

/** scoreSkab pools the rows of all runs (F1, false-alarm and missed-alarm rate) and counts tickets, as the data set's description defines them. Rows are seconds. */
export const scoreSkab = (runs: readonly SkabRun[]): Metrics => {
  const { tp, fp, fn, tn } = countRows(runs)
  const tickets = runs.map(ticketsOf)
  const wrong = tickets.reduce((sum, one) => sum + one.wrong, 0)
  const hours = (fp + tn) / SECONDS_PER_HOUR
  return {
    eventsFound: tickets.filter((one) => one.found.length > 0).length,
    events: runs.length,
    falseTickets: wrong,
    normalHours: rounded(hours),
    falseTicketsPerNormalHour: hours === 0 ? null : rounded(wrong / hours),
    ticketsPerEventFound: share(tickets.reduce((sum, one) => sum + one.found.length, 0), tickets.filter((one) => one.found.length > 0).length),
    medianDelaySeconds: medianOf(tickets.flatMap((one) => one.found.slice(0, 1))),
    f1: share(2 * tp, 2 * tp + fn + fp),
    far: share(fp, fp + tn),
    mar: share(fn, fn + tp),
  }
}
