import { afterAll, beforeAll, expect, test } from 'vitest'
import { withTenant } from '#server/platform/db.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant } from '#tests/harness/plant.ts'

useTestDatabase()

const warnings: string[] = []
const note = (warning: Error): void => { warnings.push(warning.message) }
beforeAll(() => { process.on('warning', note) })
afterAll(() => { process.off('warning', note) })

test('a transaction sends one statement at a time, also where several relations are asked for at once', async () => {
  const plant = await makePlant()
  const asset = await withTenant(plant.orgId, ({ db }) =>
    db.asset.findFirst({ where: { orgId: plant.orgId }, include: { class: true, site: true, points: true, installations: true } }))
  expect(asset?.class?.code).toBe('MACHINE')
  expect(asset?.points).toHaveLength(1)
  expect(warnings).toEqual([])
})

test('a statement that fails is told to its caller, and does not keep those behind it waiting', async () => {
  const plant = await makePlant()
  const failures: string[] = []
  const done = withTenant(plant.orgId, async ({ db }) => {
    for (const sql of ['SELECT 1 / 0', 'SELECT 1']) await db.$queryRawUnsafe(sql).catch((error: unknown) => failures.push(String(error)))
    throw new Error('given up')
  })
  await expect(done).rejects.toThrow('given up')
  expect(failures.map((failure) => /division by zero|transaction is aborted/.exec(failure)?.[0])).toEqual(['division by zero', 'transaction is aborted'])
  expect(await withTenant(plant.orgId, ({ db }) => db.asset.count())).toBe(1)
})
