/** Totals counts what passed and what failed. */
export interface Totals {
  readonly passed: number
  readonly failed: number
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { status: string; assertionResults: readonly unknown[] }[]
}

interface PlaywrightReport {
  readonly stats: { expected: number; unexpected: number; flaky: number }
  readonly errors: readonly unknown[]
}

/** vitestTotals reads vitest's JSON report; a file that could not even be loaded counts as one failure. */
export function vitestTotals(report: VitestReport): Totals {
  const unread = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return { passed: report.numPassedTests, failed: report.numFailedTests + unread }
}

/** playwrightTotals reads Playwright's JSON report; a test that passed only when tried again counts as failed, and so does a run that did not begin. */
export function playwrightTotals({ stats, errors }: PlaywrightReport): Totals {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

/** runTotals is a program's totals, or one failure when it ended badly without having counted any (or without a report). */
export function runTotals(exitCode: number | null, counted: Totals | null): Totals {
  if (!counted) return { passed: 0, failed: 1 }
  return exitCode !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

/** sum adds totals. */
export const sum = (all: readonly Totals[]): Totals =>
  all.reduce((total, one) => ({ passed: total.passed + one.passed, failed: total.failed + one.failed }), { passed: 0, failed: 0 })
