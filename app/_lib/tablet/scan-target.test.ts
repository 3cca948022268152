import { expect, test } from 'vitest'
import { scanTarget } from './scan-target.ts'
import type { TabletAsset } from './types.ts'

const asset = (id: string, tag: string): TabletAsset => ({ id, parentId: null, siteId: 's', tag, name: 'Fan', level: 'machine', criticality: 'B', className: null })
const PLANT = [asset('1', 'CT-301'), asset('2', 'P-1'), asset('3', 'P-1')]

test.each([
  ['https://gone.example/m/a/ct-301', { kind: 'asset', name: 'CT-301 Fan', path: '/m/a/CT-301' }],
  ['CTß301\r', { kind: 'asset', name: 'CT-301 Fan', path: '/m/a/CT-301' }],
  ['p-1', { kind: 'several', name: 'P-1' }],
  ['https://plant.example/m/a/X-9', { kind: 'unknown', name: 'X-9' }],
  ['4006381333931', { kind: 'unknown', name: '4006381333931' }],
  ['wo-12', { kind: 'order', name: 'WO-12', path: '/m/o/WO-12' }],
  ['/m/p/6205', { kind: 'part', name: '6205' }],
])('"%s" leads to %j', (text, target) => expect(scanTarget(PLANT, text)).toEqual(target))
