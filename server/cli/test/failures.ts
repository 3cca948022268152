import { stripVTControlCharacters } from 'node:util'

/** Failure is one test that failed: its name, and the first lines of why. */
export interface Failure {
  readonly name: string
  readonly why: string
}

interface VitestFile {
  readonly name: string
  readonly status: string
  readonly message?: string
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string; readonly failureMessages?: readonly string[] | null }[]
}

interface PlaywrightResult {
  readonly errors?: readonly { readonly message?: string }[]
}

interface PlaywrightSuite {
  readonly file?: string
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: readonly {
    readonly title: string
    readonly file: string
    readonly tests: readonly { readonly projectName: string; readonly status: string; readonly results: readonly PlaywrightResult[] }[]
  }[]
}

const LINES = 6
const firstLines = (text: string | undefined): string =>
  stripVTControlCharacters(text ?? 'it says nothing').split('\n').map((line) => line.trim()).filter((line) => line !== '').slice(0, LINES).join(' | ').slice(0, 600)

/** vitestFailures reads what failed from vitest's JSON report, files that could not be loaded included. */
export function vitestFailures({ testResults }: { readonly testResults: readonly VitestFile[] }): Failure[] {
  return testResults.flatMap((file) => {
    if (file.status === 'failed' && file.assertionResults.length === 0) return [{ name: file.name, why: firstLines(file.message) }]
    return file.assertionResults.filter((one) => one.status === 'failed').map((one) => ({ name: `${file.name} › ${one.fullName}`, why: firstLines(one.failureMessages?.[0]) }))
  })
}

/** playwrightFailures reads what failed from Playwright's JSON report, a run that did not begin included. */
export function playwrightFailures({ suites, errors }: { readonly suites: readonly PlaywrightSuite[]; readonly errors: readonly { readonly message?: string }[] }): Failure[] {
  return [...errors.map((error) => ({ name: 'the run', why: firstLines(error.message) })), ...suites.flatMap(inSuite)]
}

function inSuite(suite: PlaywrightSuite): Failure[] {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').map(({ projectName, results }) => ({
      name: `[${projectName}] ${spec.file} › ${spec.title}`, why: firstLines(results.flatMap(({ errors }) => errors ?? [])[0]?.message),
    })))
  return [...own, ...(suite.suites ?? []).flatMap(inSuite)]
}
