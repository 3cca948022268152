import * as z from 'zod'

const PLACES = 4

/** quantity parses an amount of a part: a decimal text above nothing with at most four places, since a computer's numbers would round it. */
export const quantity = z.string().trim().regex(/^\d{1,10}(\.\d{1,4})?$/, 'Give a number such as 2 or 0.5.').refine((text) => /[1-9]/.test(text), 'Give a number above 0.')

/** toParts counts a decimal text in ten-thousandths, exactly. */
const toParts = (text: string): bigint => {
  const [whole = '0', rest = ''] = text.replace('-', '').split('.')
  const value = BigInt(whole) * 10n ** BigInt(PLACES) + BigInt(rest.padEnd(PLACES, '0').slice(0, PLACES))
  return text.startsWith('-') ? -value : value
}

/** fromParts writes ten-thousandths as the shortest decimal text. */
function fromParts(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(PLACES + 1, '0')
  const rest = digits.slice(-PLACES).replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -PLACES)}${rest === '' ? '' : `.${rest}`}`
}

/** Move is an amount that was taken or returned. */
export interface Move {
  readonly kind: 'taken' | 'returned'
  readonly quantity: string
}

/** netQuantity is what was taken less what was returned, exactly; below 0 when more came back than was written down as taken. */
export const netQuantity = (moves: readonly Move[]): string =>
  fromParts(moves.reduce((sum, { kind, quantity: amount }) => (kind === 'taken' ? sum + toParts(amount) : sum - toParts(amount)), 0n))

/** restOf is what is left of a planned amount after what was used of it; never below 0. */
export function restOf(planned: string, moves: readonly Move[]): string {
  const rest = toParts(planned) - toParts(netQuantity(moves))
  return fromParts(rest < 0n ? 0n : rest)
}
