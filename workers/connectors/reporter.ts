import type { ConnectorSource } from '#server/modules/sources/index.ts'
import { log } from '#server/platform/log.ts'

/** Report keeps what a source says about itself. */
export interface Report {
  problem(source: ConnectorSource, problem: string | null): Promise<void>
  unreadable(source: ConnectorSource, count: number, reasons: readonly string[]): Promise<void>
}

/** Reporter joins what a connector reports, so that a flood of bad messages is a few rows, not a flood of rows. */
export interface Reporter {
  readonly status: (problem: string | null) => void
  readonly reject: (count: number, reason: string) => void
  close(): Promise<void>
}

const EVERY_MS = 2000
const MAX_REASONS = 20

/**
 * createReporter returns a reporter that writes at most every 2 s: the last status, the count of what could not be read, and up
 * to 20 reasons. A status that comes after silence is written at once, since somebody may be waiting to see it.
 */
export function createReporter(source: ConnectorSource, report: Report): Reporter {
  let problem: string | null | undefined
  let told: string | null | undefined
  let count = 0
  let reasons: string[] = []
  let silent = true
  let writing = Promise.resolve()

  const writeOnce = async (): Promise<void> => {
    const [nowProblem, nowCount, nowReasons] = [problem, count, reasons]
    count = 0
    reasons = []
    try {
      if (nowProblem !== undefined && nowProblem !== told) {
        await report.problem(source, nowProblem)
        told = nowProblem
      }
      if (nowCount > 0) await report.unreadable(source, nowCount, nowReasons)
    } catch (error) {
      log.warn({ error: String(error), sourceId: source.sourceId }, 'source status could not be stored')
    }
  }
  // One after the other: what is told last is what stays.
  const write = (): Promise<void> => (writing = writing.then(writeOnce))
  const timer = setInterval(() => {
    silent = true
    void write()
  }, EVERY_MS)
  timer.unref()

  return {
    status(next) {
      if (next !== problem && next !== null) log.warn({ sourceId: source.sourceId, source: source.name, problem: next }, 'source has a problem')
      problem = next
      if (!silent || next === told) return
      silent = false
      void write()
    },
    reject(rejected, reason) {
      count += rejected
      if (reasons.length < MAX_REASONS) reasons.push(reason)
    },
    async close() {
      clearInterval(timer)
      await write()
    },
  }
}
