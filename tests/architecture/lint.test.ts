import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LEGAL } from './legal-tree.ts'
import { LINT_PASSES, LINT_PLANTS } from './lint-plants.ts'
import { makeTree, runTool } from './tree.ts'

interface Report {
  readonly filePath: string
  readonly messages: readonly { readonly ruleId: string | null; readonly severity: number; readonly message: string }[]
}

const ONE_OF_EACH = ['server/core/kernel/time.ts', 'server/flows/ensure-ticket.ts', 'app/_ui/button.tsx', 'workers/main.ts', 'server/cli/start.mjs']

// The real tree is linted by `npm run check`, with the same settings.
describe('the linter', () => {
  const tree = makeTree({ ...LEGAL, ...LINT_PASSES, ...Object.fromEntries(LINT_PLANTS.map(([, file, text]) => [file, text])) })
  const found = new Map<string, Report['messages']>()
  const enforced = new Set<string>()

  beforeAll(async () => {
    const [lint, ...settings] = await Promise.all([
      runTool(tree.path, 'eslint', ['--format', 'json', 'app', 'server', 'workers', 'prisma', 'tests']),
      ...ONE_OF_EACH.map((file) => runTool(tree.path, 'eslint', ['--print-config', file])),
    ])
    for (const report of JSON.parse(lint.stdout) as Report[]) found.set(report.filePath.slice(tree.path.length + 1), report.messages)
    for (const { stdout } of settings) {
      const { rules } = JSON.parse(stdout) as { rules: Record<string, readonly [number]> }
      for (const [rule, [severity]] of Object.entries(rules)) if (severity === 2) enforced.add(rule)
    }
  }, 180_000)
  afterAll(() => tree.remove())

  it.each(LINT_PLANTS)('reports %s, and only that, for %s', (rule, file) => {
    const messages = found.get(file) ?? []
    expect([...new Set(messages.map((one) => one.ruleId))]).toEqual([rule])
    expect(messages.every((one) => one.severity === 2)).toBe(true)
  })

  it('has a planted violation for every rule', () => {
    expect([...new Set(LINT_PLANTS.map(([rule]) => rule))].sort()).toEqual([...enforced].sort())
  })

  it.each([...Object.keys(LEGAL), ...Object.keys(LINT_PASSES)])('finds nothing in %s', (file) => {
    expect(found.get(file)).toEqual([])
  })
})
