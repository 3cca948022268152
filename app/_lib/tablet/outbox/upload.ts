import { Upload } from 'tus-js-client'
import type { Door } from './deps.ts'

const CHUNK = 256 * 1024

/** uploadBlob brings a photo or file to the server piece by piece, going on where it stopped; it resolves when all of it has arrived, and rejects when the network is gone. */
export const uploadBlob: Door['upload'] = (blob, keep) => new Promise((resolve, reject) => {
  const upload = new Upload(blob.bytes, {
    endpoint: '/api/uploads', uploadUrl: blob.uploadUrl, chunkSize: CHUNK, retryDelays: null, storeFingerprintForResuming: false,
    headers: { 'x-mw-person': blob.personId },
    metadata: { attachmentId: blob.id, sha256: blob.sha256, kind: blob.kind, name: blob.name, takenAt: blob.takenAt, filetype: blob.mediaType },
    onError: reject,
    onSuccess: () => { resolve() },
    onUploadUrlAvailable: () => { if (upload.url !== null) keep(upload.url).catch(reject) },
  })
  upload.start()
})
