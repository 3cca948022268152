import { sha256Of } from '../../digest.ts'
import { newId } from '../../ids.ts'
import type { StoredBlob } from '../store/db.ts'

/** Kept is what is known of a file when it is made. */
export interface Kept {
  readonly kind: StoredBlob['kind']
  readonly personId: string
  /** What it is called; without a name it is called by its kind and time. */
  readonly name?: string
  /** How long a voice note is, in ms. */
  readonly durationMs?: number
}

const ENDINGS: Readonly<Record<string, string>> = { 'image/png': '.png', 'audio/webm': '.webm', 'audio/mp4': '.m4a', 'audio/ogg': '.ogg' }

// Names a file by its kind, its time and what it is.
const fileName = (kind: string, mediaType: string, at: Date): string =>
  `${kind}-${at.toISOString().slice(0, 19).replaceAll(/[:T]/g, '-')}${ENDINGS[mediaType.split(';')[0] ?? ''] ?? ''}`

/** keepFile makes of bytes what the outbox keeps of a file: hashed, named, and with who made it when. */
export async function keepFile(bytes: Blob, { kind, personId, name, durationMs }: Kept, now: Date = new Date()): Promise<StoredBlob> {
  return {
    id: newId(now.getTime()), personId, sha256: await sha256Of(bytes), kind, name: name ?? fileName(kind, bytes.type, now), mediaType: bytes.type, size: bytes.size,
    takenAt: now.toISOString(), bytes, state: 'waiting', ...(durationMs === undefined ? {} : { durationMs }),
  }
}
