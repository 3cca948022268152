import { afterAll, describe, expect, it } from 'vitest'
import { longFiles } from '../../server/cli/file-size.mjs'
import { makeTree, ROOT, runTool } from './tree.ts'

const lines = (count: number): string => '// one more\n'.repeat(count)

describe('the check of file sizes', () => {
  const tree = makeTree({
    'server/core/kernel/short.ts': lines(250),
    'server/core/kernel/long.ts': lines(251),
    'app/_ui/longest-allowed.tsx': lines(400),
    'server/core/kernel/too-long.ts': lines(401),
    'app/_ui/too-long.css': lines(401),
    'server/platform/prisma/generated.ts': lines(5000),
    'prisma/migrations/1/migration.sql': lines(5000),
  })
  afterAll(() => tree.remove())

  it('warns above 250 lines and fails above 400, except for generated files and migrations', () => {
    expect(longFiles(tree.path).filter((one) => one.path !== 'eslint.config.mjs')).toEqual([
      { path: 'app/_ui/too-long.css', lines: 401, fails: true },
      { path: 'server/core/kernel/too-long.ts', lines: 401, fails: true },
      { path: 'app/_ui/longest-allowed.tsx', lines: 400, fails: false },
      { path: 'server/core/kernel/long.ts', lines: 251, fails: false },
    ])
  })

  it('fails as a command', async () => {
    const { code, stdout } = await runTool(tree.path, 'node', [`${ROOT}/server/cli/file-size.mjs`])
    expect(code).toBe(1)
    expect(stdout).toContain('error  server/core/kernel/too-long.ts: 401 lines')
  })

  it('finds no file above 400 lines in this repository', () => {
    expect(longFiles(ROOT).filter((one) => one.fails)).toEqual([])
  })
})
