import { describe, expect, it } from 'vitest'
import { findRoute, matchPath } from './match.ts'

describe('matchPath', () => {
  it.each([
    ['the same address', '/m', '/m', {}],
    ['a slash at the end', '/m/settings', '/m/settings/', {}],
    ['a named part', '/m/o/:order', '/m/o/WO-000431', { order: 'WO-000431' }],
    ['two named parts', '/m/o/:order/step/:step', '/m/o/7/step/2', { order: '7', step: '2' }],
    ['escaped letters', '/m/o/:order', '/m/o/W%C3%96%2F1', { order: 'WÖ/1' }],
    ['a percent sign that is none', '/m/o/:order', '/m/o/50%', { order: '50%' }],
    ['a longer address', '/m', '/m/o', null],
    ['a shorter address', '/m/o/:order', '/m/o', null],
    ['another word', '/m/settings', '/m/install', null],
  ])('%s', (_, pattern, path, expected) => {
    expect(matchPath(pattern, path)).toEqual(expected)
  })
})

describe('findRoute', () => {
  const routes = [{ pattern: '/m/o/new' }, { pattern: '/m/o/:order' }]
  it('takes the first that fits', () => {
    expect(findRoute(routes, '/m/o/new')?.entry).toBe(routes[0])
    expect(findRoute(routes, '/m/o/old')).toEqual({ entry: routes[1], params: { order: 'old' } })
    expect(findRoute(routes, '/m')).toBeNull()
  })
})
