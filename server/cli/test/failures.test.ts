import { describe, expect, it } from 'vitest'
import { playwrightFailures, vitestFailures } from './failures.ts'

describe('what failed, read from a report', () => {
  it('names a failed test of vitest and a file that could not be loaded, and no test that passed', () => {
    const testResults = [
      { name: 'a.test.ts', status: 'failed', assertionResults: [
        { status: 'passed', fullName: 'adds' },
        { status: 'failed', fullName: 'divides', failureMessages: ['\u001b[31mAssertionError: 1 is not 2\u001b[39m\n    at a.test.ts:3'] },
      ] },
      { name: 'b.test.ts', status: 'failed', message: 'SyntaxError: no', assertionResults: [] },
    ]
    expect(vitestFailures({ testResults })).toEqual([
      { name: 'a.test.ts › divides', why: 'AssertionError: 1 is not 2 | at a.test.ts:3' },
      { name: 'b.test.ts', why: 'SyntaxError: no' },
    ])
  })

  it('names a failed browser test with its width, in nested suites, and a run that did not begin', () => {
    const spec = (title: string, status: string) => ({ title, file: 'x.spec.ts', tests: [{ projectName: 'desk', status, results: [{ errors: [{ message: `${title} went wrong` }] }] }] })
    const suites = [{ file: 'x.spec.ts', specs: [spec('opens', 'expected')], suites: [{ specs: [spec('closes', 'unexpected'), spec('moves', 'flaky')] }] }]
    expect(playwrightFailures({ suites, errors: [{ message: 'no browser' }] })).toEqual([
      { name: 'the run', why: 'no browser' },
      { name: '[desk] x.spec.ts › closes', why: 'closes went wrong' },
      { name: '[desk] x.spec.ts › moves', why: 'moves went wrong' },
    ])
  })
})
