// `npm run check`: everything that is quick, at the same time. With names, only those: npm run check -- lint types
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { childEnv } from '#server/platform/env.ts'
import { ensureClient } from './start/build.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** CHECKS are the checks by name, each a program of node_modules: one that crashes cannot hide another. */
const CHECKS = {
  types: ['typescript/bin/tsc', '--project', '.', '--pretty', 'false'],
  // Without eslint's cache: what a type-checked rule says of a file also depends on the files that it imports.
  lint: ['eslint/bin/eslint.js', '.'],
  boundaries: ['dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.mjs', 'app', 'server', 'workers', 'prisma', 'tests', '*.{ts,mjs}'],
  'dead code': ['knip/bin/knip.js', '--no-progress'],
  'only tested': ['knip/bin/knip.js', '--no-progress', '--production', '--include', 'files'],
  'file sizes': ['../server/cli/file-size.mjs'],
  'unit tests': ['vitest/vitest.mjs', 'run', '--project', 'unit'],
} as const satisfies Record<string, readonly [program: string, ...args: string[]]>

/** CheckName is one of the checks. */
export type CheckName = keyof typeof CHECKS

/** CheckResult is what a check said and how long it took, in seconds. */
export interface CheckResult {
  readonly name: CheckName
  readonly passed: boolean
  readonly seconds: number
  readonly output: string
}

const run = (program: string, args: readonly string[]): Promise<{ passed: boolean; output: string }> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [path.join(ROOT, 'node_modules', program), ...args], {
      cwd: ROOT, env: childEnv({ NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1' }), stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (text: string): void => { output += text }
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    child.once('error', (error) => { keep(error.message) })
    child.once('close', (code) => { done({ passed: code === 0, output: output.trim() }) })
  })

async function check(name: CheckName): Promise<CheckResult> {
  const started = performance.now()
  const [program, ...args] = CHECKS[name]
  return { name, ...(await run(program, args)), seconds: (performance.now() - started) / 1000 }
}

/** isCheckName tells whether a word names a check. */
const isCheckName = (word: string): word is CheckName => word in CHECKS

/**
 * runChecks runs the checks named (or all) at the same time. First it makes what they read and git does not keep: the
 * database client, and the types of the pages' routes.
 */
export async function runChecks(names: readonly CheckName[] = Object.keys(CHECKS).filter(isCheckName)): Promise<CheckResult[]> {
  mkdirSync(path.join(ROOT, '.cache'), { recursive: true })
  await ensureClient(ROOT, new AbortController().signal)
  await run('next/dist/bin/next', ['typegen'])
  return Promise.all(names.map(check))
}

/** report prints what the failed checks said and what the others warn of, then one line for each check. */
export function report(results: readonly CheckResult[]): void {
  for (const { name, passed, output } of results) {
    const warnings = output.split('\n').filter((line) => line.startsWith('warning'))
    if (!passed) console.log(`\n── ${name}\n${output}`)
    else if (warnings.length > 0) console.log(warnings.join('\n'))
  }
  console.log('')
  for (const { name, passed, seconds } of results) console.log(`${passed ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s`)
}

if (import.meta.main) {
  const words = process.argv.slice(2)
  const unknown = words.filter((word) => !isCheckName(word))
  if (unknown.length > 0) {
    console.error(`There is no check named ${unknown.join(', ')}: there are ${Object.keys(CHECKS).join(', ')}.`)
    process.exit(1)
  }
  const results = await runChecks(words.length > 0 ? words.filter(isCheckName) : undefined)
  report(results)
  process.exitCode = results.every((one) => one.passed) ? 0 : 1
}
