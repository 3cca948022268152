/** ProblemKey names a fault of a definition, for screens in other languages; the limits it speaks of stand beside it. */
export type ProblemKey =
  | 'lowMissing' | 'highMissing' | 'highBelowLow' | 'limitWithRange' | 'clearWithRange' | 'gateWithRange' | 'limitWithBands' | 'clearWithBands' | 'selfGate'
  | 'bandEnd' | 'bandOverlap' | 'clearTooHigh' | 'clearTooLow' | 'lowWithSide' | 'highWithSide' | 'limitMissing' | 'pointTwice'
  | 'expressionInvalid' | 'limitImplied' | 'aboveOnly' | 'silenceNeedsAlert' | 'sensorMode' | 'holdTwice' | 'holdCount' | 'holdTime'
  | 'ladderOutside' | 'ladderLimit' | 'ladderFactor' | 'ladderOrder' | 'ladderPriority' | 'freezeBelowLimit'

/** Complain reports a fault: where, under which key, in words, and the bound the words speak of. */
export type Complain = (path: (string | number)[], key: ProblemKey, message: string, bound?: number) => void

/** clearOnSafeSide tells whether a clear limit lies at the limit or on its safe side. */
const clearOnSafeSide = (direction: 'above' | 'below', limit: number, clear: number): boolean =>
  direction === 'above' ? clear <= limit : clear >= limit

/** complainClear reports a clear limit on the wrong side of its limit. */
export const complainClear = (complain: Complain, path: (string | number)[], direction: 'above' | 'below', limit: number, clear: number | null): void => {
  if (clear === null || clearOnSafeSide(direction, limit, clear)) return
  const side = direction === 'above' ? 'at or below' : 'at or above'
  complain(path, direction === 'above' ? 'clearTooHigh' : 'clearTooLow', `The clear limit must be ${side} the limit ${limit}, or the rule could not settle.`, limit)
}
