import { durationOf, type Duration } from '#server/core/condition/sentence-parts.ts'

/** writeDuration writes a length (ms) in full, such as "5 hours" or "90 seconds". */
export function writeDuration(duration: Duration | number, locale: string): string {
  const { amount, per } = typeof duration === 'number' ? durationOf(duration) : duration
  return new Intl.NumberFormat(locale, { style: 'unit', unit: per, unitDisplay: 'long', maximumFractionDigits: 3 }).format(amount)
}
