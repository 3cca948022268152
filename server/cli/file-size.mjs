import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const FAIL_ABOVE = 400
const WARN_ABOVE = 250
const CODE = /\.(tsx?|mjs|cjs|js|css|prisma)$/
const SKIP = new Set(['node_modules', '.next', '.data', '.cache', '.git', 'coverage', 'public', 'test-results', 'playwright-report'])
const GENERATED = /^server\/platform\/prisma\//

function* codeFiles(root, folder = '') {
  for (const name of readdirSync(join(root, folder)).sort()) {
    if (SKIP.has(name)) continue
    const path = folder ? `${folder}/${name}` : name
    if (statSync(join(root, path)).isDirectory()) yield* codeFiles(root, path)
    else if (CODE.test(name) && !GENERATED.test(path)) yield path
  }
}

/** longFiles lists the code files under root that are over 250 lines, longest first: {path, lines, fails}. */
export function longFiles(root) {
  const found = []
  for (const path of codeFiles(root)) {
    const lines = readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length
    if (lines > WARN_ABOVE) found.push({ path, lines, fails: lines > FAIL_ABOVE })
  }
  return found.sort((a, b) => b.lines - a.lines)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = longFiles(process.cwd())
  for (const { path, lines, fails } of found) {
    console.log(`${fails ? 'error' : 'warning'}  ${path}: ${lines} lines (over ${fails ? FAIL_ABOVE : WARN_ABOVE}); a file is one room with one purpose`)
  }
  process.exitCode = found.some((one) => one.fails) ? 1 : 0
}
