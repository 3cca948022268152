// `npm test`, from where Node 24 and the packages are there (test.mjs does that part).
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { childEnv } from '#server/platform/env.ts'
import { ensureBuild, ensureClient } from './start/build.ts'
import { installPrograms } from './test/system-packages.ts'
import { playwrightFailures, vitestFailures, type Failure } from './test/failures.ts'
import { playwrightTotals, runTotals, sum, vitestTotals, type Totals } from './test/totals.ts'
import { report, runChecks, type CheckName } from './check.ts'

const root = path.resolve(import.meta.dirname, '../..')
const reports = path.join(root, '.cache/test')
const tell = (line: string): void => console.log(line)

/** The unit tests run below, with the others: once is enough. */
const CHECKS: readonly CheckName[] = ['types', 'lint', 'boundaries', 'dead code', 'only tested', 'file sizes']

let running: ChildProcess | undefined
let stopping = false

/** Told to stop, this command tells the running program, which has servers and browsers to put away, and ends with it. */
function stop(signal?: string): void {
  stopping = true
  // A Ctrl-C in the terminal reaches the program too.
  if (signal !== 'SIGINT') running?.kill('SIGINT')
  if (!running) process.exit(1)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal))
process.on('disconnect', () => stop())

async function run(program: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<number | null> {
  running = spawn(process.execPath, [path.join(root, 'node_modules', program), ...args], { cwd: root, stdio: 'inherit', env: childEnv(env) })
  const [code] = (await once(running, 'exit')) as [number | null]
  running = undefined
  if (stopping) process.exit(1)
  return code
}

async function checks(): Promise<Totals> {
  tell('\n── checks')
  const results = await runChecks(CHECKS)
  report(results)
  const passed = results.filter((one) => one.passed).length
  return { passed, failed: results.length - passed }
}

/** Tests start the whole product: what cannot be built is told once, here. */
async function build(): Promise<Totals> {
  try {
    await ensureBuild(root, tell, new AbortController().signal)
    return { passed: 1, failed: 0 }
  } catch (error) {
    tell((error as Error).message)
    return { passed: 0, failed: 1 }
  }
}

const failures: Failure[] = []

type VitestReport = Parameters<typeof vitestTotals>[0] & Parameters<typeof vitestFailures>[0]
type PlaywrightReport = Parameters<typeof playwrightTotals>[0] & Parameters<typeof playwrightFailures>[0]

interface Reading<Report> {
  readonly totals: (report: Report) => Totals
  readonly failures: (report: Report) => readonly Failure[]
}

async function suite<Report>(name: string, file: string, program: string, args: readonly string[], variable: string, read: Reading<Report>): Promise<Totals> {
  tell(`\n── ${name}`)
  const output = path.join(reports, file)
  rmSync(output, { force: true })
  const code = await run(program, args, { [variable]: output })
  if (!existsSync(output)) return runTotals(code, null)
  const report = JSON.parse(readFileSync(output, 'utf8')) as Report
  failures.push(...read.failures(report))
  return runTotals(code, read.totals(report))
}

const missing = installPrograms()
if (missing.length > 0) {
  tell(`The tests need ${missing.join(', ')}: install them (on Debian and Ubuntu: sudo apt-get install ${missing.join(' ')}; as root this command does it), then run it again.`)
  process.exit(1)
}
mkdirSync(reports, { recursive: true })
await ensureClient(root, new AbortController().signal)
const total = sum([
  await checks(),
  await build(),
  await suite<VitestReport>('unit and integration tests', 'vitest.json', 'vitest/vitest.mjs', ['run'], 'VITEST_JSON', { totals: vitestTotals, failures: vitestFailures }),
  await suite<PlaywrightReport>(
    'browser tests', 'playwright.json', '@playwright/test/cli.js', ['test', '--config', 'tests/e2e/playwright.config.ts'], 'PLAYWRIGHT_JSON_OUTPUT_FILE',
    { totals: playwrightTotals, failures: playwrightFailures },
  ),
])
// Once more at the end, where one looks first.
if (failures.length > 0) tell(['\nWhat failed:', ...failures.map(({ name, why }) => `  ✗ ${name}\n      ${why}`)].join('\n'))
tell(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)
