import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** ROOT is the folder of the repository. */
export const ROOT = resolve(import.meta.dirname, '../..')

// The checkers' own settings, and what they need to judge a tree as they judge this one.
const SETTINGS = [
  '.dependency-cruiser.mjs',
  'eslint.config.mjs',
  'knip.jsonc',
  'package.json',
  'tsconfig.json',
  'tests/architecture/lint/doc-sentence.mjs',
]

/** Files maps a path to the text of the file. */
export type Files = Readonly<Record<string, string>>

/** makeTree writes files beside a copy of the checkers' settings, in a folder of its own, and gives its path and how to remove it. */
export function makeTree(files: Files): { path: string; remove: () => void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'millwright-tree-')))
  for (const setting of SETTINGS) {
    mkdirSync(dirname(join(path, setting)), { recursive: true })
    copyFileSync(join(ROOT, setting), join(path, setting))
  }
  symlinkSync(join(ROOT, 'node_modules'), join(path, 'node_modules'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, file)), { recursive: true })
    writeFileSync(join(path, file), text)
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** runTool runs a program of node_modules/.bin (or node itself) in a folder and gives what it printed, whatever its exit code. */
export function runTool(folder: string, program: string, args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const file = program === 'node' ? process.execPath : join(ROOT, 'node_modules/.bin', program)
  return new Promise((done) => {
    execFile(file, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr })
    })
  })
}
