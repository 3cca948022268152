import { expect, it } from 'vitest'
import { placeChoices } from './places.ts'

it('placeChoices lists every site, each followed by its areas', () => {
  const choices = placeChoices([{ siteId: 's', name: 'Works', timeZone: 'UTC', areas: [{ id: 'a', tag: 'EXT', name: 'Extrusion' }] }, { siteId: 't', name: 'Depot', timeZone: 'UTC', areas: [] }])
  expect(choices.map(({ label, siteId, areaId }) => [label, siteId, areaId])).toEqual([['Works', 's', null], ['Works: Extrusion', 's', 'a'], ['Depot', 't', null]])
})
