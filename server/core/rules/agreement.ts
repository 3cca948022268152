/** Stretch is a time in which a rule fired on a point (epoch ms); to is null while it does. */
export interface FiredStretch { readonly id: string; readonly pointNo: number; readonly from: number; readonly to: number | null }

/** Agreement is which firings of two versions mean the same: those of one side that overlap one of the other on the same point, by their ids, and how many stand alone. */
export interface Agreement { readonly shared: ReadonlySet<string>; readonly both: number; readonly onlyShadow: number; readonly onlyLive: number }

const meet = (a: FiredStretch, b: FiredStretch): boolean => a.pointNo === b.pointNo && a.from <= (b.to ?? Infinity) && b.from <= (a.to ?? Infinity)

/**
 * agreementOf compares what a shadow version fired with what the version in force fired. One that fires twice while the other fires once agrees
 * twice: firings are counted on the shadow's side.
 */
export function agreementOf(shadow: readonly FiredStretch[], live: readonly FiredStretch[]): Agreement {
  const both = shadow.filter((one) => live.some((other) => meet(one, other)))
  const seen = live.filter((one) => shadow.some((other) => meet(one, other)))
  return { shared: new Set([...both, ...seen].map(({ id }) => id)), both: both.length, onlyShadow: shadow.length - both.length, onlyLive: live.length - seen.length }
}
