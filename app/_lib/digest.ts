import { hexOf } from './bytes.ts'

// `crypto.subtle` exists at protected addresses only: over plain HTTP from another machine the same sums are worked out in JavaScript.
const subtle = (): SubtleCrypto | undefined => (crypto as Partial<Crypto>).subtle

/** sha256Of is the SHA-256 (FIPS 180-4) of a file as hex; it needs no secure context. */
export async function sha256Of(blob: Blob): Promise<string> {
  const bytes = await blob.arrayBuffer()
  const own = subtle()
  if (own) return hexOf(await own.digest('SHA-256', bytes))
  const { sha256 } = await import('@noble/hashes/sha2.js')
  return hexOf(sha256(new Uint8Array(bytes)))
}

const KEY_BYTES = 32

/** pbkdf2Of derives a key of 32 bytes from a text, as hex: PBKDF2 with HMAC-SHA-256 (RFC 8018); it needs no secure context. */
export async function pbkdf2Of(text: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<string> {
  const password = new TextEncoder().encode(text)
  const own = subtle()
  if (own) {
    const key = await own.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    return hexOf(await own.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, key, KEY_BYTES * 8))
  }
  const [{ pbkdf2Async }, { sha256 }] = await Promise.all([import('@noble/hashes/pbkdf2.js'), import('@noble/hashes/sha2.js')])
  return hexOf(await pbkdf2Async(sha256, password, salt, { c: rounds, dkLen: KEY_BYTES }))
}
