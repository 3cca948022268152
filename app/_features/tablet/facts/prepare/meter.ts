/** Judged is what a typed reading is worth: good, lower than the last (the meter may have been changed), or no number that a meter shows. */
export type Judged = { readonly is: 'good' | 'lower'; readonly value: number } | { readonly is: 'nonsense' }

/** judgeMeter judges what was typed of a meter against what it read last; a meter shows no number below zero. */
export function judgeMeter(text: string, last: number | null): Judged {
  const plain = text.trim().replace(',', '.')
  const value = Number(plain)
  if (plain === '' || !Number.isFinite(value) || value < 0) return { is: 'nonsense' }
  return { is: last !== null && value < last ? 'lower' : 'good', value }
}
