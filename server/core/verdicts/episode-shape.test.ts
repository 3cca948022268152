import { expect, test } from 'vitest'
import { shapeOf, type RecordedEpisode } from './episode-shape.ts'

const readings = { t: [0, 10, 20, 30, 40, 50, 60, 70], value: [1, 9, 12, 3, 2, 11, 8, 1] }
const episode = (id: string, from: number, to: number | null): RecordedEpisode => ({ id, label: 'false', gateValue: null, from, to })
const above = { direction: 'above', forMs: 10 }

test('how far, how long with the delay, and how safe in between', () => {
  expect(shapeOf([episode('b', 50, 65), episode('a', 20, 30)], readings, above)).toEqual([
    { id: 'a', label: 'false', gateValue: null, peak: 12, heldMs: 20, troughBefore: null }, { id: 'b', label: 'false', gateValue: null, peak: 11, heldMs: 25, troughBefore: 2 },
  ])
})

test('turned round for "below"', () => {
  expect(shapeOf([episode('a', 30, 40), episode('b', 70, null)], readings, { direction: 'below', forMs: 0 })).toMatchObject([{ peak: 2 }, { peak: 1, heldMs: null, troughBefore: 11 }])
})

test('what is older than the readings is left out', () => {
  expect(shapeOf([episode('a', -100, -50), episode('b', 20, 30)], readings, above).map(({ id }) => id)).toEqual(['b'])
  expect(shapeOf([episode('a', 20, 30)], { t: [], value: [] }, above)).toEqual([])
})

test('two days apart are not "soon again"', () => {
  const far = { t: [0, 10, 2 * 86_400_000], value: [9, 1, 9] }
  expect(shapeOf([episode('a', 0, 10), episode('b', 2 * 86_400_000, null)], far, { direction: 'above', forMs: 0 })[1]?.troughBefore).toBeNull()
})
