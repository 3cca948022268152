const FIRST_MS = 1_000
const LONGEST_MS = 60_000

/** backOff is how long to wait before the next try, in ms: doubling with each failure in a row up to a minute, half of it by chance, so that tablets do not come all at once. */
export const backOff = (failures: number, random: number): number => {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(10, Math.max(0, failures - 1)))
  return Math.round(full / 2 + (full / 2) * random)
}
