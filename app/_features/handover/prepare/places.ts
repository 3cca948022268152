import type { Place } from './view.ts'

/** PlaceChoice is a site or an area of one, to be handed over. */
export interface PlaceChoice {
  readonly id: string
  readonly label: string
  readonly siteId: string
  readonly areaId: string | null
}

/** placeChoices lists every site, each followed by its areas. */
export const placeChoices = (places: readonly Place[]): PlaceChoice[] =>
  places.flatMap(({ siteId, name, areas }) => [
    { id: siteId, label: name, siteId, areaId: null }, ...areas.map((area) => ({ id: area.id, label: `${name}: ${area.name}`, siteId, areaId: area.id })),
  ])
