import { languageOf } from '#server/core/people/locales.ts'

const UNITS = ['r/min', 'mm/s RMS', 'mm/s', 'min', 'h', 's', 'd', 'kW', 'Hz', 'GiB', 'GB', 'MB', 'mm', 'm', 'g', 'V', '%', '°C'].join('|')
const QUANTITY = new RegExp(`(\\{[a-zA-Z]+(?:, number[^{}]*)?\\}|\\d[\\d.,]*) (${UNITS})(?![a-zA-Z/])`, 'g')
const ARGUMENT = /\{[a-zA-Z0-9]+\}/g

// LRI: a number with its unit stays from left to right, whatever stands around it.
const isolateLtr = (text: string): string => `\u2066${text}\u2069`

// FSI: the direction of what is put in follows its own first letter, so that a tag, an age or a name keeps its order and the sentence around it its own.
const isolateArgument = (text: string): string => `\u2068${text}\u2069`

/** labelled is a word with a number and its unit behind it, such as "limit 42 °C", which stays one thing in a language of either direction. */
export const labelled = (word: string, quantity: string, locale: string): string =>
  languageOf(locale).direction === 'rtl' ? isolateArgument(`${word} ${isolateLtr(quantity)}`) : `${word} ${quantity}`.trim()

/** isolate parts every argument, and every number with its unit, from the text written from right to left around it, in all texts of a catalogue. */
export function isolate<Tree extends object>(tree: Tree): Tree {
  return Object.fromEntries(Object.entries(tree).map(([key, value]: [string, unknown]) => [
    key, typeof value === 'string' ? value.replace(QUANTITY, isolateLtr).replace(ARGUMENT, isolateArgument) : isolate(value as object),
  ])) as Tree
}
