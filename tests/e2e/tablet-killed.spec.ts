import { expect, test } from './fixtures.ts'
import { killedTablet } from './support/killed/killed-tablet.ts'
import { pointsOf } from './support/killed/points.ts'

const SEED = 20261126
const POINTS = 5

/** What the tablet sends of a whole order: each once, and nothing refused or put aside. */
const OPERATIONS = ['answerRest', 'answerTask', 'answerTask', 'answerTask', 'attach', 'attach', 'close', 'comment', 'start', 'usePart', 'usePart'].map((name) => `order.command ${name}: applied`)

test('a whole order without a network, the browser killed at five points and started again: the server holds the same each time', async () => {
  test.setTimeout(300_000)
  const points = pointsOf(SEED, POINTS)
  expect(new Set(points.map((point) => point.at))).toEqual(new Set(['work', 'sending']))
  const { calm, verdicts } = await killedTablet(points)
  expect(calm['operations']).toEqual(OPERATIONS)
  expect(calm['order']?.[0]).toContain('"status":"closed"')
  expect(calm['history']?.filter((line) => line.includes('"toStatus":"closed"'))).toHaveLength(1)
  expect(calm['tasks']?.filter((line) => !line.includes('"answer":null'))).toHaveLength(5)
  expect(new Set(calm['photos']).size).toBe(3)
  expect(calm['photos']?.every((line) => line.startsWith('ready '))).toBe(true)
  expect(verdicts).toHaveLength(POINTS)
  for (const { killedAt, difference } of verdicts) expect(difference, killedAt).toBeNull()
})
