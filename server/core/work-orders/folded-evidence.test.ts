import { expect, test } from 'vitest'
import { foldedEvidence, listFolded, type FoldedAlarm } from './folded-evidence.ts'

const alarm = (id: number, more: Partial<FoldedAlarm> = {}): FoldedAlarm => ({
  incidentId: `i${id}`, key: `k${id}`, assetId: `a${id % 7}`, tag: `M-${id % 7}`, name: 'Machine', failureMode: 'OHE', priority: 3, openedAt: '2026-01-01T00:00:00.000Z', ...more,
})
const many = (n: number): FoldedAlarm[] => Array.from({ length: n }, (_, i) => alarm(i))

test('counts alarms and machines, and names the worst', () => {
  expect(listFolded(null, [alarm(1), alarm(2, { priority: 2 }), alarm(8)])).toMatchObject({ count: 3, machines: 2, worstPriority: 2, all: ['i1', 'i2', 'i8'] })
})

test('adds what is new, drops nothing, and says nothing where nothing is new', () => {
  const before = listFolded(null, many(2))
  expect(listFolded(before, [...many(2), alarm(5, { priority: 1 })])).toMatchObject({ count: 3, worstPriority: 1, all: ['i0', 'i1', 'i5'] })
  expect(listFolded(before, many(2))).toBeNull()
  expect(listFolded(null, [])).toBeNull()
})

test('counts an alarm that comes again once', () => {
  const twice = listFolded(null, [alarm(1), alarm(2, { key: 'k1' })])
  expect(twice).toMatchObject({ count: 1, all: ['i1', 'i2'] })
  expect(twice?.alarms.map((one) => one.incidentId)).toEqual(['i1'])
  expect(listFolded(twice, [alarm(1), alarm(2, { key: 'k1' }), alarm(3, { key: 'k1' })])).toMatchObject({ count: 1, all: ['i1', 'i2', 'i3'] })
})

test('counts all of a long flood, and lists the first 500 by name', () => {
  const listed = listFolded(listFolded(null, many(400)), many(1000))
  expect(listed).toMatchObject({ count: 1000, machines: 7 })
  expect(listed?.alarms).toHaveLength(500)
  expect(listed?.all).toHaveLength(1000)
  expect(foldedEvidence.parse(listed)).toEqual(listed)
})
