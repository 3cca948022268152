const PATTERN = /^WO-(\d{1,9})$/i

/** formatNumber shows an order's number as people say it: 123 is WO-000123. */
export const formatNumber = (no: number): string => `WO-${String(no).padStart(6, '0')}`

/** parseNumber reads WO-000123 (any number of zeros, either case) as 123; null for anything else. */
export function parseNumber(text: string): number | null {
  const digits = PATTERN.exec(text.trim())?.[1]
  return digits === undefined ? null : Number(digits)
}
