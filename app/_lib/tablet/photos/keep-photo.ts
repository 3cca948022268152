import type { StoredBlob } from '../store/db.ts'
import { newId } from '../store/ids.ts'
import { shrinkPhoto } from './shrink.ts'

const hex = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** takePhoto makes of a picture what the outbox keeps of it: drawn anew, hashed and named by its time. */
export async function takePhoto(file: Blob, personId: string, now: Date = new Date()): Promise<StoredBlob> {
  const { blob } = await shrinkPhoto(file)
  const sha256 = hex(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))
  return {
    id: newId(now.getTime()), personId, sha256, kind: 'photo', name: `photo-${now.toISOString().slice(0, 19).replaceAll(/[:T]/g, '-')}.jpg`, mediaType: 'image/jpeg', size: blob.size,
    takenAt: now.toISOString(), bytes: blob, state: 'waiting', uploadUrl: null,
  }
}
