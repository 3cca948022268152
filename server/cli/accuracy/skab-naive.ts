import { bestOf, type Metrics } from './metrics.ts'
import { scoreSkab, TRAINING_ROWS, type SkabRun } from './skab-score.ts'

/** SkabFile is one experiment: its columns by row, and per row whether the fault is there. */
export interface SkabFile { readonly columns: readonly (readonly number[])[]; readonly fault: readonly boolean[] }

const OPENS_AFTER = 10
const CLOSES_AFTER = 60
const LIMITS = [3, 4, 5, 6, 8, 10, 15, 20]

const distancesOf = ({ columns, fault }: SkabFile): number[] => {
  const spreads = columns.map((values) => {
    const trained = values.slice(0, TRAINING_ROWS)
    const mean = trained.reduce((sum, value) => sum + value, 0) / trained.length
    const variance = trained.reduce((sum, value) => sum + (value - mean) ** 2, 0) / trained.length
    return { mean, spread: Math.max(Math.sqrt(variance), Number.EPSILON) }
  })
  return fault.map((_one, row) => Math.max(...columns.map((values, c) => Math.abs((values[row] ?? 0) - (spreads[c]?.mean ?? 0)) / (spreads[c]?.spread ?? 1))))
}

/** ticketRows opens a ticket where an alarm has stood for 10 rows, and closes it after 60 quiet ones. */
export const ticketRows = (alarm: readonly boolean[]): number[] => {
  const opened: number[] = []
  let [standing, quiet, open] = [0, 0, false]
  alarm.forEach((one, row) => {
    standing = one ? standing + 1 : 0
    quiet = one ? 0 : quiet + 1
    if (!open && standing >= OPENS_AFTER) {
      opened.push(row)
      open = true
    } else if (open && quiet >= CLOSES_AFTER) open = false
  })
  return opened
}

const runsAt = (files: readonly SkabFile[], limit: number): SkabRun[] =>
  files.map((file) => {
    const alarm = distancesOf(file).map((distance) => distance > limit)
    return { fault: file.fault, alarm, tickets: ticketRows(alarm) }
  })

/**
 * naiveSkab judges by the distance of any column from its mean over the first 400 rows, in standard deviations, with the limit that has the best F1
 * of all limits tried on the same data; free are recordings without a fault.
 */
export const naiveSkab = (files: readonly SkabFile[], free: readonly SkabFile[]): Metrics => {
  const tried = LIMITS.map((limit) => ({ limit, score: scoreSkab(runsAt(files, limit)) }))
  const best = bestOf(tried, ({ score }) => [Number(score['f1'] ?? 0)])
  const always = files.map(({ fault }) => ({ fault, alarm: fault.map(() => true), tickets: [OPENS_AFTER - 1] }))
  const quiet = runsAt(free, best?.limit ?? Infinity).reduce((sum, run) => sum + run.tickets.length, 0)
  return { ...best?.score, anomalyFreeTickets: quiet, limit: best?.limit ?? null, alwaysF1: scoreSkab(always)['f1'] ?? null }
}
