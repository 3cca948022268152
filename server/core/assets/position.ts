/** Position is a place in the plant as lists and trees name it; className is null for areas and lines. */
export interface Position {
  readonly id: string
  readonly parentId: string | null
  readonly siteId: string
  readonly tag: string
  readonly name: string
  readonly level: string
  readonly criticality: string
  readonly className: string | null
}
