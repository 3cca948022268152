import { sendFile } from '../../uploads/send-file.ts'
import type { Door } from './deps.ts'

// Small, for slow and broken networks; the outbox itself tries again.
const SENDING = { pieceBytes: 256 * 1024, pausesMs: [] }

/** uploadBlob brings a photo or file to the server piece by piece, going on where it stopped; it resolves when all of it has arrived, and rejects when the network is gone. */
export const uploadBlob: Door['upload'] = ({ id, personId, sha256, kind, name, bytes, takenAt }) =>
  sendFile({ id, sha256, kind, name, takenAt, blob: bytes }, () => undefined, new AbortController().signal, { ...SENDING, headers: { 'x-mw-person': personId } })
