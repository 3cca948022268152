import { expect, test } from 'vitest'
import { moreUrgent, type Rankable } from './rank.ts'

const one = (given: Partial<Rankable> = {}): Rankable => ({ settled: false, priority: 2, acknowledged: false, criticality: 'B', since: '2026-11-26T10:00:00Z', ...given })

test.each([
  ['what stands before what is settled, however urgent that was', one({ priority: 4 }), one({ settled: true, priority: 1 })],
  ['the higher priority', one({ priority: 1, acknowledged: true }), one({ priority: 2 })],
  ['what nobody has seen', one({ criticality: 'C' }), one({ acknowledged: true, criticality: 'A' })],
  ['the more critical machine', one({ criticality: 'A', since: '2026-11-20T10:00:00Z' }), one({ criticality: 'C' })],
  ['a machine before what is none', one({ criticality: 'C' }), one({ criticality: '' })],
  ['the newest', one({ since: '2026-11-26T10:00:01Z' }), one()],
])('%s comes first', (_name, first, second) => {
  expect([second, first].toSorted(moreUrgent)).toEqual([first, second])
  expect([first, second].toSorted(moreUrgent)).toEqual([first, second])
})
