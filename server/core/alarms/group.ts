/** Place is an asset on the way from a machine up to the top of its tree. */
export interface Place {
  readonly id: string
  readonly level: string
}

/** groupOf picks whose floods an asset's alarms count for: its line, else its area, else the top of its tree. `upwards` begins with the asset itself. */
export function groupOf(upwards: readonly Place[]): string | null {
  const nearest = (level: string): Place | undefined => upwards.find((place) => place.level === level)
  return (nearest('line') ?? nearest('area') ?? upwards.at(-1))?.id ?? null
}
