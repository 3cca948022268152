/** SCALE is how many decimals money is reckoned with: as the database keeps unit costs. */
const SCALE = 4
const ONE = 10n ** BigInt(SCALE)
const PATTERN = /^(-?)(\d+)(?:\.(\d+))?$/

/** Money is an amount in ten-thousandths of the currency's unit: sums of it are exact. */
export type Money = bigint

/** ZERO is no money. */
export const ZERO: Money = 0n

const rounded = (numerator: bigint, denominator: bigint): bigint => {
  const half = denominator / 2n
  return numerator < 0n ? -((-numerator + half) / denominator) : (numerator + half) / denominator
}

/** parseMoney reads a decimal text such as 1240.5; more than four decimals are rounded half away from zero. Throws on anything else. */
export function parseMoney(text: string): Money {
  const [, sign, whole = '', fraction = ''] = PATTERN.exec(text.trim()) ?? []
  if (sign === undefined) throw new Error(`"${text}" is no decimal number`)
  const digits = BigInt(whole + fraction.padEnd(SCALE, '0'))
  const amount = rounded(digits, 10n ** BigInt(Math.max(0, fraction.length - SCALE)))
  return sign === '-' ? -amount : amount
}

/** formatMoney writes an amount as a decimal text with two decimals, rounded half away from zero. */
export function formatMoney(amount: Money): string {
  const cents = rounded(amount, ONE / 100n)
  const size = cents < 0n ? -cents : cents
  return `${cents < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
}

/** perHour is what a length of time (whole ms) costs at an hourly rate, rounded once to the ten-thousandth. */
export const perHour = (ms: number, rate: Money): Money => rounded(BigInt(Math.round(ms)) * rate, 3_600_000n)
