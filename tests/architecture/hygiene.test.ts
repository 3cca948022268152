import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './tree.ts'

const SKIP = new Set(['node_modules', '.git', '.next', '.data', '.cache', 'coverage', 'test-results', 'playwright-report', 'next-env.d.ts'])
const GENERATED = 'server/platform/prisma/'
const TEXT = /(\.(tsx?|mjs|cjs|js|css|prisma|sql|md|json|ya?ml|sh|html|svg|toml|webmanifest|txt)|(^|\/)(run|LICENSE|\.npmrc|\.gitignore))$/
const THIS = 'tests/architecture/hygiene.test.ts'

function* walk(folder = ''): Generator<string> {
  for (const name of readdirSync(join(ROOT, folder)).sort()) {
    const path = folder ? `${folder}/${name}` : name
    if (SKIP.has(name) || `${path}/` === GENERATED) continue
    if (statSync(join(ROOT, path)).isDirectory()) yield* walk(path)
    else yield path
  }
}

const files = [...walk()]
const texts = files.filter((file) => TEXT.test(file) && file !== THIS).map((file) => ({ file, lines: readFileSync(join(ROOT, file), 'utf8').split('\n') }))

/** linesWith lists "file:line text" of every line that a pattern finds, in the files that a filter lets through. */
function linesWith(pattern: RegExp, of: (file: string) => boolean = () => true): string[] {
  return texts
    .filter(({ file }) => of(file))
    .flatMap(({ file, lines }) => lines.flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1} ${line.trim().slice(0, 120)}`] : [])))
}

const isCode = (file: string): boolean => /\.(tsx?|mjs|cjs|js)$/.test(file)
const isTest = (file: string): boolean => /\.(test|spec)\.tsx?$/.test(file)

// What may not be anywhere, how it is found, and a line in which it must be found.
const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp, example: string])[] = [
  ['a package registry other than the public one', /registry[.](?!npmjs[.]org)[a-z0-9-]+[.][a-z]{2,}|^\s*registry\s*=/i, 'https://registry.example.internal/react'],
  ['a folder of one machine', /(^|[\s"'`(=:])\/(home|Users|root|work|mnt|workspace|builds)\/[A-Za-z0-9_.-]+\/|[A-Z]:\\Users\\/, "open('/home/ada/millwright/data.csv')"],
  ['a private key', /-----BEGIN ([A-Z]+ )?PRIVATE KEY-----/, '-----BEGIN EC PRIVATE KEY-----'],
  ['a cloud or chat token', /\b(AKIA[0-9A-Z]{16}|ghp_[A-Za-z0-9]{36}|xox[bp]-[0-9A-Za-z-]{20,}|npm_[A-Za-z0-9]{36})\b/, `AKIA${'A1'.repeat(8)}`],
  ['a key of our own', /\bmwk_[A-Za-z0-9_-]{43}\b/, `mwk_${'a'.repeat(43)}`],
  ['work that was left for later', /\b(TODO|FIXME|HACK)\b/, '// TODO: the rest'],
]

describe('the repository', () => {
  it('is read as a whole', () => {
    expect(texts.map((one) => one.file)).toEqual(expect.arrayContaining(['package.json', 'tsconfig.json', 'server/platform/env.ts']))
  })

  it.each(FORBIDDEN)('names no %s', (_what, pattern, example) => {
    expect(example).toMatch(pattern)
    expect(linesWith(pattern)).toEqual([])
  })

  it('locks no package to a host', () => {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, { resolved?: string }> }
    const hosts = Object.values(lock.packages).flatMap((one) => (one.resolved?.startsWith('http') ? [new URL(one.resolved).host] : []))
    expect([...new Set(hosts)].filter((host) => host !== 'registry.npmjs.org')).toEqual([])
  })

  it('has no test that is skipped or that skips the others', () => {
    expect(linesWith(/\b(it|test|describe)[.](only|skip|todo|fixme)\b/, isTest)).toEqual([])
  })

  it('gives a reason for every rule that is switched off', () => {
    expect(linesWith(/eslint-disable(?!.* -- \w)|@ts-(ignore|nocheck)|@ts-expect-error\s*($|\*\/)/, isCode)).toEqual([])
  })

  it('keeps no file above 3 MB', () => {
    expect(files.filter((file) => statSync(join(ROOT, file)).size > 3 * 1024 * 1024)).toEqual([])
  })
})
