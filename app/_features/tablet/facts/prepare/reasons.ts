const MOST = 7

/** firstReasons splits a list of choices into those of the first screen and the rest: at most seven stand on one, the way to the others among them. */
export const firstReasons = <One>(all: readonly One[]): { readonly shown: readonly One[]; readonly rest: readonly One[] } =>
  (all.length <= MOST ? { shown: all, rest: [] } : { shown: all.slice(0, MOST - 1), rest: all.slice(MOST - 1) })
