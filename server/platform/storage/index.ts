import path from 'node:path'
import { env } from '../env.ts'
import { parseStorageUrl } from './address.ts'
import { diskStorage } from './disk.ts'
import { s3Storage } from './s3.ts'
import type { Storage } from './storage.ts'

export type { ByteRange, Storage } from './storage.ts'

let opened: { readonly at: string; readonly storage: Storage } | undefined

/** storage is where the bytes of attachments are: the bucket of STORAGE_URL, else the folder "files" of the data folder. */
export function storage(): Storage {
  const { STORAGE_URL, DATA_DIR } = env()
  const at = STORAGE_URL ?? path.resolve(DATA_DIR, 'files')
  if (opened?.at !== at) {
    const place = STORAGE_URL === undefined ? null : parseStorageUrl(STORAGE_URL)
    opened = { at, storage: place ? s3Storage(place) : diskStorage(at) }
  }
  return opened.storage
}
