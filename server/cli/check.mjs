import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

// Every check is a program of its own, so that one that crashes cannot hide another.
const CHECKS = [
  { name: 'types', command: ['tsc', '--project', '.', '--pretty', 'false'] },
  { name: 'lint', command: ['eslint', '.', '--cache', '--cache-location', '.cache/eslint/', '--cache-strategy', 'content'] },
  { name: 'boundaries', command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'app', 'server', 'workers', 'prisma', 'tests', '*.{ts,mjs}'] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  { name: 'only tested', command: ['knip', '--no-progress', '--production', '--include', 'files'] },
  { name: 'file sizes', command: ['node', 'server/cli/file-size.mjs'] },
  { name: 'unit tests', command: ['vitest', 'run', '--project', 'unit'] },
]

function run({ name, command: [program, ...args] }) {
  const started = Date.now()
  const path = [join(process.cwd(), 'node_modules/.bin'), process.env.PATH].join(delimiter)
  return new Promise((done) => {
    const child = spawn(program, args, { env: { ...process.env, PATH: path, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (text) => { output += text }
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    const end = (passed) => done({ name, passed, seconds: (Date.now() - started) / 1000, output: output.trim() })
    child.once('error', (error) => {
      output += error.message
      end(false)
    })
    child.once('close', (code) => end(code === 0))
  })
}

/** runChecks runs every check (or those named) at the same time and gives {name, passed, seconds, output} of each. */
export function runChecks(names = []) {
  mkdirSync('.cache', { recursive: true })
  return Promise.all(CHECKS.filter((check) => names.length === 0 || names.includes(check.name)).map(run))
}

/** report prints what the failed checks said, then one line per check. */
export function report(results) {
  for (const { name, passed, output } of results) {
    const warnings = output.split('\n').filter((line) => line.startsWith('warning'))
    if (!passed) console.log(`\n── ${name}\n${output}`)
    else if (warnings.length > 0) console.log(warnings.join('\n'))
  }
  console.log('')
  for (const { name, passed, seconds } of results) console.log(`${passed ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const results = await runChecks(process.argv.slice(2))
  report(results)
  process.exitCode = results.every((one) => one.passed) ? 0 : 1
}
