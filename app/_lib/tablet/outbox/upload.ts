import { NotSent, sendFile } from '../../uploads/send-file.ts'
import type { Door } from './deps.ts'
import { UploadRefused } from './refused.ts'

// Small, for slow and broken networks; the outbox itself tries again.
const SENDING = { pieceBytes: 256 * 1024, pausesMs: [] }

// What is said of the file itself; who sends it, or a server that is busy, is another matter and passes.
const ABOUT_THE_FILE = new Set(['invalid', 'too-large', 'too-many', 'conflict'])

/**
 * uploadBlob brings a photo or file to the server piece by piece, going on where it stopped; it resolves when all of it has arrived, rejects when the network
 * is gone, and with UploadRefused where the server does not take the file.
 */
export const uploadBlob: Door['upload'] = ({ id, personId, sha256, kind, name, bytes, takenAt, durationMs }) =>
  sendFile({ id, sha256, kind, name, takenAt, blob: bytes, ...(durationMs === undefined ? {} : { durationMs }) }, () => undefined, new AbortController().signal, { ...SENDING, headers: { 'x-mw-person': personId } })
    .catch((error: unknown) => {
      throw error instanceof NotSent && error.code !== null && ABOUT_THE_FILE.has(error.code) ? new UploadRefused(error.message, error.text) : (error as Error)
    })
