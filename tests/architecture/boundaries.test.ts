import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ICruiseResult } from 'dependency-cruiser'
import settings from '../../.dependency-cruiser.mjs'
import { BOUNDARY_PLANTS } from './boundary-plants.ts'
import { LEGAL } from './legal-tree.ts'
import { makeTree, ROOT, runTool } from './tree.ts'

const FOLDERS = ['app', 'server', 'workers', 'prisma', 'tests', '*.{ts,mjs}']

async function cruise(folder: string): Promise<ICruiseResult> {
  const { stdout, stderr } = await runTool(folder, 'depcruise', ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...FOLDERS])
  expect(stderr).not.toContain('ERROR')
  return JSON.parse(stdout) as ICruiseResult
}

const words = (result: ICruiseResult): string[] => result.summary.violations.map((one) => `${one.rule.name}: ${one.from} -> ${one.to}`)

describe('the boundary checker', () => {
  const legal = makeTree(LEGAL)
  const planted = makeTree(Object.assign({}, LEGAL, ...BOUNDARY_PLANTS.map(([, file, text, more]) => ({ [file]: text, ...more }))))
  let clean: ICruiseResult
  let broken: ICruiseResult

  beforeAll(async () => {
    ;[clean, broken] = await Promise.all([cruise(legal.path), cruise(planted.path)])
  }, 120_000)
  afterAll(() => {
    legal.remove()
    planted.remove()
  })

  it('finds nothing in a tree where every layer uses all that it may use', () => {
    expect(words(clean)).toEqual([])
    expect(clean.modules.map((one) => one.source)).toEqual(expect.arrayContaining(Object.keys(LEGAL)))
  })

  it('resolves #aliases, .ts extensions and type-only imports to files', () => {
    const page = clean.modules.find((one) => one.source === 'app/_lib/trpc/client.ts')
    expect(page?.dependencies.map((one) => ({ resolved: one.resolved, known: one.couldNotResolve }))).toEqual([
      { resolved: 'server/api/trpc/routers/index.ts', known: false },
    ])
  })

  it.each(BOUNDARY_PLANTS)('reports %s, and only that, for %s', (rule, file) => {
    const found = broken.summary.violations.filter((one) => one.from === file || one.cycle?.some((step) => step.name === file))
    expect([...new Set(found.map((one) => one.rule.name))]).toEqual([rule])
    expect(found.every((one) => one.rule.severity === 'error')).toBe(true)
  })

  it('reports nothing else in the planted tree', () => {
    const planted = new Set(BOUNDARY_PLANTS.flatMap(([, file, , more]) => [file, ...Object.keys(more ?? {})]))
    expect(broken.summary.violations.filter((one) => !planted.has(one.from)).map((one) => one.from)).toEqual([])
  })

  it('has a planted violation for every rule', () => {
    expect([...new Set(BOUNDARY_PLANTS.map(([rule]) => rule))].sort()).toEqual(settings.forbidden.map((rule) => rule.name).sort())
  })

  it('finds nothing in this repository', async () => {
    const result = await cruise(ROOT)
    expect(words(result)).toEqual([])
    expect(result.summary.totalCruised).toBeGreaterThan(50)
  }, 120_000)
})
