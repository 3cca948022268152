/** Metrics are numbers by their key, some of them grouped; null where there was nothing to count. */
export interface Metrics {
  readonly [key: string]: number | string | null | Metrics
}

/** Accuracy is what a data set gave: the product's metrics and, under the same keys, those of a naive rule. */
export interface Accuracy {
  readonly metrics: Metrics
  readonly naive: Metrics
}

/** rounded keeps four decimals. */
export const rounded = (value: number): number => Math.round(value * 1e4) / 1e4

/** share is a part of a whole, from 0 to 1; null of nothing. */
export const share = (part: number, whole: number): number | null => (whole === 0 ? null : rounded(part / whole))

/** bestOf gives the candidate whose ranks (compared from the first on) are highest, the first of equals; undefined of none. */
export const bestOf = <T>(candidates: readonly T[], ranks: (candidate: T) => readonly number[]): T | undefined => {
  let best: { candidate: T; ranks: readonly number[] } | undefined
  for (const candidate of candidates) {
    const own = ranks(candidate)
    const decisive = best?.ranks.findIndex((rank, index) => rank !== own[index]) ?? 0
    if (best === undefined || (decisive >= 0 && (own[decisive] ?? 0) > (best.ranks[decisive] ?? 0))) best = { candidate, ranks: own }
  }
  return best?.candidate
}

/** tableOf writes metrics beside those of the naive rule, one key a line, groups by a dot. */
export const tableOf = ({ metrics, naive }: Accuracy): string[] => {
  const [own, other] = [new Map(flat(metrics)), new Map(flat(naive))]
  const keys = [...new Set([...own.keys(), ...other.keys()])]
  const width = Math.max(...keys.map((key) => key.length))
  const line = (key: string, left: string, right: string): string => `${key.padEnd(width)}  ${left.padStart(10)}  ${right}`
  return [line('', 'product', 'naive'), ...keys.map((key) => line(key, own.get(key) ?? '', other.get(key) ?? ''))]
}

const flat = (metrics: Metrics, prefix = ''): [string, string][] =>
  Object.entries(metrics).flatMap(([key, value]): [string, string][] =>
    value !== null && typeof value === 'object' ? flat(value, `${prefix}${key}.`) : [[prefix + key, String(value ?? '-')]])
