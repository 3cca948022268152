import { expect, test } from 'vitest'
import type { TabletAsset } from '../../../../_lib/tablet/types.ts'
import { compareMachine, type Compared } from './compare-machine.ts'

const asset = (id: string, parentId: string | null, level = 'machine', siteId = 's'): TabletAsset => ({ id, parentId, siteId, tag: id, name: id, level, criticality: 'B', className: null })
const ASSETS = [asset('line', null, 'line'), asset('pump', 'line'), asset('motor', 'pump', 'component'), asset('fan', 'line'), asset('far', null, 'machine', 'other')]
const order = (more: Partial<Compared> = {}): Compared => ({ assetId: 'pump', siteId: 's', facts: { incidentId: null, source: 'manual' }, mayMove: true, mayBegin: true, ...more })

test.each([
  { name: 'the machine itself', order: order(), scanned: 'pump', expected: 'right' },
  { name: 'a part of it', order: order(), scanned: 'motor', expected: 'right' },
  { name: 'the machine of whose part the order is', order: order({ assetId: 'motor' }), scanned: 'pump', expected: 'right' },
  { name: 'its line is too wide to be right', order: order(), scanned: 'line', expected: 'move' },
  { name: 'its neighbour', order: order(), scanned: 'fan', expected: 'move' },
  { name: 'its neighbour, by who may not move orders', order: order({ mayMove: false }), scanned: 'fan', expected: 'other' },
  { name: 'its neighbour, for an order about an alarm', order: order({ facts: { incidentId: 'i', source: 'condition' } }), scanned: 'fan', expected: 'begin' },
  { name: 'the same by who may not begin work', order: order({ facts: { incidentId: 'i', source: 'condition' }, mayBegin: false }), scanned: 'fan', expected: 'other' },
  { name: 'a machine of another site', order: order(), scanned: 'far', expected: 'other' },
])('$name: $expected', ({ order: compared, scanned, expected }) => {
  const found = ASSETS.find(({ id }) => id === scanned)
  expect(found && compareMachine(compared, found, ASSETS)).toBe(expected)
})
