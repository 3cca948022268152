import { languageOf } from '#server/core/people/locales.ts'

const MAX_DECIMALS = 3

/**
 * decimalsFor says how many decimals show a measured value: three figures from 1 up, two decimals from 0.1 up,
 * three below: 0.083 -> 3, 0.53 -> 2, 2.09 -> 2, 55.7 -> 1, 296 -> 0.
 */
export function decimalsFor(value: number): number {
  const size = Math.abs(value)
  if (size === 0) return 0
  if (size < 0.1) return MAX_DECIMALS
  if (size < 10) return 2
  return size < 100 ? 1 : 0
}

/** formatNumber writes a measured value in the person's notation, with decimalsFor decimals. */
export function formatNumber(value: number, locale: string): string {
  const decimals = decimalsFor(value)
  return new Intl.NumberFormat(languageOf(locale).formats, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value)
}

/** formatLimit writes a limit: like a value below 1, else without zeros that nobody typed. */
export const formatLimit = (value: number, locale: string): string =>
  Math.abs(value) < 1
    ? formatNumber(value, locale)
    : new Intl.NumberFormat(languageOf(locale).formats, { maximumFractionDigits: MAX_DECIMALS }).format(value)
