/** sqlId is an SQL expression for the name-based UUID of a text expression within the organization in $1: the same scenario gives the same ids. */
export const sqlId = (text: string): string =>
  `overlay(overlay(md5($1::text || ${text}) placing '5' from 13 for 1) placing 'a' from 17 for 1)::uuid`

/** sqlRandom is an SQL expression for a number from 0 (included) to 1 that a text expression always gives: chance with a fixed seed. */
export const sqlRandom = (text: string): string => `((hashtextextended(${text}, 42) & 1048575) / 1048576.0)`

/** sqlPick is an SQL expression that takes one of the texts by chance; a text that stands there twice is taken twice as often. */
export const sqlPick = (texts: readonly string[], seed: string): string =>
  `(ARRAY[${texts.map((text) => `'${text}'`).join(', ')}])[1 + floor(${sqlRandom(seed)} * ${texts.length})::int]`
