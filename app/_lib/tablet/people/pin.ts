import { hexOf } from '../../bytes.ts'
import { pbkdf2Of } from '../../digest.ts'

const ROUNDS = 200_000

/** Pin is what is kept of a person's PIN on this tablet. */
export interface Pin {
  readonly salt: string
  readonly hash: string
  readonly rounds: number
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array((text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)))

/** isPin tells whether a text can be a PIN: 4 to 8 digits. */
export const isPin = (text: string): boolean => /^\d{4,8}$/.test(text)

/** makePin makes what is kept of a PIN. It tells colleagues apart on a shared tablet; it is not the key to the data, which the device's own lock protects. */
export async function makePin(pin: string): Promise<Pin> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  return { salt: hexOf(salt), hash: await pbkdf2Of(pin, salt, ROUNDS), rounds: ROUNDS }
}

/** isRightPin tells whether a PIN is the one that was kept. */
export const isRightPin = async (kept: Pin, pin: string): Promise<boolean> => (await pbkdf2Of(pin, bytesOf(kept.salt), kept.rounds)) === kept.hash
