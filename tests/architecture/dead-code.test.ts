import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LEGAL } from './legal-tree.ts'
import { makeTree, runTool } from './tree.ts'

interface Found {
  readonly files: readonly string[]
  readonly issues: readonly Readonly<Record<'exports' | 'types' | 'dependencies' | 'unlisted' | 'unresolved', readonly { readonly name: string }[]> & { file: string }>[]
}

const DEAD = {
  'server/modules/people/never-used.ts': `/** neverUsed is never used. */\nexport const neverUsed = 1\n`,
  'server/modules/people/only-tested.ts': `/** onlyTested is used by its test. */\nexport const onlyTested = 1\n`,
  'server/modules/people/only-tested.test.ts': `import { expect, it } from 'vitest'\nimport { onlyTested } from './only-tested.ts'\nit('is', () => expect(onlyTested).toBe(1))\n`,
  'server/core/kernel/time.ts': `${LEGAL['server/core/kernel/time.ts']}\n/** HOUR is used by nobody. */\nexport const HOUR = 3_600_000\n\n/** Span is used by nobody. */\nexport interface Span { from: number }\n`,
  'server/queue/client.ts': `import 'left-pad'\n${LEGAL['server/queue/client.ts']}`,
  'package.json': JSON.stringify({
    name: 'tree',
    type: 'module',
    imports: { '#server/*': './server/*', '#app/*': './app/*', '#workers/*': './workers/*' },
    dependencies: { zod: '*', pg: '*', mqtt: '*', next: '*', react: '*', leftover: '*' },
    devDependencies: { vitest: '*' },
  }),
}

// The real tree is searched by `npm run check`, with the same settings.
describe('the search for dead code', () => {
  const legal = makeTree(LEGAL)
  const tree = makeTree({ ...LEGAL, ...DEAD })
  let clean: Found
  let dead: Found
  let production: Found

  beforeAll(async () => {
    const search = async (folder: string, ...args: string[]): Promise<Found> =>
      JSON.parse((await runTool(folder, 'knip', ['--reporter', 'json', ...args])).stdout) as Found
    ;[clean, dead, production] = await Promise.all([
      search(legal.path, '--include', 'files,exports,types,unresolved'),
      search(tree.path),
      search(tree.path, '--production', '--include', 'files'),
    ])
  }, 120_000)
  afterAll(() => {
    legal.remove()
    tree.remove()
  })

  const names = (kind: keyof Omit<Found['issues'][number], 'file'>, file: string): string[] =>
    dead.issues.filter((one) => one.file === file).flatMap((one) => one[kind].map((issue) => issue.name))

  it('finds nothing where everything is used', () => expect(clean).toMatchObject({ files: [], issues: [] }))
  it('finds a file that nothing uses', () => expect(dead.files.filter((file) => file.startsWith('server/'))).toEqual(['server/modules/people/never-used.ts']))
  it('finds a file that only its test uses', () =>
    expect(production.files).toEqual(['server/modules/people/never-used.ts', 'server/modules/people/only-tested.ts']))
  it('finds an export that nothing imports', () => expect(names('exports', 'server/core/kernel/time.ts')).toEqual(['HOUR']))
  it('finds a type that nothing imports', () => expect(names('types', 'server/core/kernel/time.ts')).toEqual(['Span']))
  it('finds a dependency that nothing imports', () => expect(names('dependencies', 'package.json')).toContain('leftover'))
  it('finds a package that is not declared', () => expect(names('unlisted', 'server/queue/client.ts')).toEqual(['left-pad']))
})
