/** Fired is a time in which a rule fired on a machine (epoch ms); to is null while it does. */
export interface Fired { readonly id: string; readonly assetId: string; readonly from: number; readonly to: number | null }

/** Agreement is which firings of two versions mean the same: those of one side that overlap one of the other on the same machine, by their ids, and how many stand alone. */
export interface Agreement { readonly shared: ReadonlySet<string>; readonly both: number; readonly onlyShadow: number; readonly onlyLive: number }

const meet = (a: Fired, b: Fired): boolean => a.assetId === b.assetId && a.from <= (b.to ?? Infinity) && b.from <= (a.to ?? Infinity)

/** episodesOf joins firings that overlap on a machine (its points and levels of severity) into episodes, as an incident joins them; each keeps what its first firing says. */
export function episodesOf<Row extends Fired>(rows: readonly Row[]): Row[] {
  const episodes: Row[] = []
  for (const row of rows.toSorted((a, b) => a.from - b.from)) {
    const place = episodes.findLastIndex((episode) => meet(episode, row))
    const known = episodes[place]
    if (known === undefined) episodes.push(row)
    else episodes[place] = { ...known, to: known.to === null || row.to === null ? null : Math.max(known.to, row.to) }
  }
  return episodes
}

/**
 * agreementOf compares what a shadow version fired with what the version in force fired. One that fires twice while the other fires once agrees
 * twice: firings are counted on the shadow's side.
 */
export function agreementOf(shadow: readonly Fired[], live: readonly Fired[]): Agreement {
  const both = shadow.filter((one) => live.some((other) => meet(one, other)))
  const seen = live.filter((one) => shadow.some((other) => meet(one, other)))
  return { shared: new Set([...both, ...seen].map(({ id }) => id)), both: both.length, onlyShadow: shadow.length - both.length, onlyLive: live.length - seen.length }
}
