import type { Readable } from 'node:stream'

/** ByteRange is a part of a file: first and last byte, both inclusive. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** StoredFile is a file that is read: its bytes (of the range asked for). */
export interface StoredFile {
  readonly stream: Readable
}

/** Storage keeps bytes under keys that the product makes itself. put answers when the bytes are durable; the same key again replaces them. */
export interface Storage {
  readonly put: (key: string, data: Readable | Uint8Array) => Promise<void>
  /** null when there is nothing under the key. */
  readonly get: (key: string, range?: ByteRange) => Promise<StoredFile | null>
  /** Without effect when there is nothing under the key. */
  readonly delete: (key: string) => Promise<void>
  readonly has: (key: string) => Promise<boolean>
}

const KEY = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*(\.[a-z0-9]+)?$/

/** checkKey throws for a key that no part of the product makes: a name given by somebody must never become a path. */
export function checkKey(key: string): string {
  if (key.length > 200 || !KEY.test(key)) throw new Error('a storage key is made of lower-case letters, digits, dashes and slashes')
  return key
}
