import { expect, test } from 'vitest'
import { playwrightTotals, runTotals, sum, vitestTotals } from './totals.ts'

test('vitest: a file that does not load is a failure', () => {
  const testResults = [{ status: 'passed', assertionResults: [{}] }, { status: 'failed', assertionResults: [] }, { status: 'failed', assertionResults: [{}] }]
  expect(vitestTotals({ numPassedTests: 4, numFailedTests: 1, testResults })).toEqual({ passed: 4, failed: 2 })
})

test('Playwright: flaky is failed, and so is a set-up that broke', () => {
  expect(playwrightTotals({ stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [{}] })).toEqual({ passed: 5, failed: 3 })
})

test.each([
  ['green', 0, { passed: 3, failed: 0 }, { passed: 3, failed: 0 }],
  ['red', 1, { passed: 3, failed: 2 }, { passed: 3, failed: 2 }],
  ['an error outside the tests', 1, { passed: 3, failed: 0 }, { passed: 3, failed: 1 }],
  ['a crash before the report', 139, null, { passed: 0, failed: 1 }],
  ['no report although it ended well', 0, null, { passed: 0, failed: 1 }],
])('%s', (_, code, counted, expected) => {
  expect(runTotals(code, counted)).toEqual(expected)
})

test('sums', () => {
  expect(sum([{ passed: 1, failed: 0 }, { passed: 2, failed: 3 }])).toEqual({ passed: 3, failed: 3 })
  expect(sum([])).toEqual({ passed: 0, failed: 0 })
})
