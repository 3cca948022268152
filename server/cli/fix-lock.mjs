// After every change of dependencies: node server/cli/fix-lock.mjs
// A registry that lacks some platforms' optional packages leaves their names in package-lock.json without an entry, and
// `npm ci` refuses such a lock. This takes those names out. (docs/decisions says why and what it costs.)
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** isResolved tells whether a dependency of the package at `from` has an entry: in its own node_modules, or in one above it. */
export function isResolved(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
    if (!at) return false
    // The last step up is from a top-level package to the project itself.
    if (!at.includes('/node_modules/')) return Boolean(packages[`node_modules/${name}`])
  }
}

/** dropDangling takes optional names without an entry out of a lock (changed in place) and lists them as "package: name". */
export function dropDangling(lock) {
  const dropped = []
  for (const [from, entry] of Object.entries(lock.packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (isResolved(lock.packages, from, name)) continue
      delete entry.optionalDependencies[name]
      dropped.push(`${from || 'this project'}: ${name}`)
    }
    if (entry.optionalDependencies && Object.keys(entry.optionalDependencies).length === 0) delete entry.optionalDependencies
  }
  return dropped
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = path.resolve(import.meta.dirname, '../../package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const dropped = dropDangling(lock)
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(dropped.length > 0 ? `Dropped from the lock:\n${dropped.join('\n')}` : 'The lock is complete.')
}
