import { sha256Of } from '../../digest.ts'
import { newId } from '../../ids.ts'
import type { StoredBlob } from '../store/db.ts'
import { shrinkPhoto } from './shrink.ts'

/** takePhoto makes of a picture what the outbox keeps of it: drawn anew, hashed and named by its time. */
export async function takePhoto(file: Blob, personId: string, now: Date = new Date()): Promise<StoredBlob> {
  const { blob } = await shrinkPhoto(file)
  return {
    id: newId(now.getTime()), personId, sha256: await sha256Of(blob), kind: 'photo', name: `photo-${now.toISOString().slice(0, 19).replaceAll(/[:T]/g, '-')}.jpg`, mediaType: 'image/jpeg', size: blob.size,
    takenAt: now.toISOString(), bytes: blob, state: 'waiting',
  }
}
