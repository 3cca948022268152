import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './tree.ts'

const documents = ['docs/accuracy.md', 'README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...readdirSync(join(ROOT, 'docs/decisions')).map((name) => `docs/decisions/${name}`)]

/** named lists what a text points to: relative links from its own folder, and paths in backticks from the root. Patterns and placeholders are left out. */
function named(document: string, text: string): string[] {
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => join(dirname(document), match[1] ?? ''))
  const pictures = [...text.matchAll(/(?:src|srcset)="([^"]+)"/g)].map((match) => join(dirname(document), match[1] ?? ''))
  const paths = [...text.matchAll(/`((?:app|server|workers|prisma|tests|docs)\/[^`\s]*)`/g)].map((match) => match[1] ?? '')
  return [...links, ...pictures, ...paths].filter((path) => !/[<>*{}…]/.test(path))
}

describe('the documents', () => {
  it.each(documents)('%s points only to what is there', (document) => {
    expect(named(document, readFileSync(join(ROOT, document), 'utf8')).filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  it('would not point to what is gone', () => {
    expect(named('docs/decisions/1.md', 'see [it](../gone.md), <img src="p.png">, `server/gone.ts`, `server/<name>.ts`, https://x.org')).toEqual([
      'docs/gone.md', 'docs/decisions/p.png', 'server/gone.ts',
    ])
  })

  it('number decisions without a gap', () => {
    const decisions = documents.filter((one) => one.startsWith('docs/decisions/')).sort()
    const numbers = decisions.map((one) => Number(/^# (\d+)\. /.exec(readFileSync(join(ROOT, one), 'utf8'))?.[1]))
    expect(numbers).toEqual(decisions.map((_, at) => at + 1))
    expect(decisions.map((one) => Number(one.slice('docs/decisions/'.length).slice(0, 4)))).toEqual(numbers)
  })

  it('keep a decision on half a page', () => {
    const long = documents.filter((one) => one.startsWith('docs/decisions/') && readFileSync(join(ROOT, one), 'utf8').trimEnd().split('\n').length > 30)
    expect(long).toEqual([])
  })

  it('tell every environment variable and every command', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
    const variables = [...readFileSync(join(ROOT, 'server/platform/env.ts'), 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map((match) => match[1] ?? '')
    const ours = variables.filter((name) => !name.startsWith('MW_') && name !== 'NODE_ENV')
    const commands = Object.keys(scripts).map((name) => (['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`))
    expect(ours.length).toBeGreaterThan(5)
    expect([...ours, ...commands].filter((name) => !readme.includes(name))).toEqual([])
  })
})
