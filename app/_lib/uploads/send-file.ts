import { Upload, type DetailedError } from 'tus-js-client'
import * as z from 'zod'
import type { AttachmentKind } from '#server/core/attachments/attachment.ts'
import { message, type Message } from '#server/core/kernel/message.ts'
import { sha256Of } from '../digest.ts'

/** FileToSend is a file with what is announced of it. */
export interface FileToSend {
  /** UUIDv7; the same id again goes on where it was. */
  readonly id: string
  readonly kind: AttachmentKind
  readonly name: string
  readonly blob: Blob
  /** ISO; when it was taken, by this device's clock. */
  readonly takenAt: string | null
  /** How long a voice note is, as its recorder says. */
  readonly durationMs?: number
  /** The hash of its bytes, where it is known already. */
  readonly sha256?: string
}

/** Sending is how a file is sent where that is not as usual: the headers, the size of the pieces (bytes), and the pauses before it is tried again (ms). */
export interface Sending {
  readonly headers?: Readonly<Record<string, string>>
  readonly pieceBytes?: number
  readonly pausesMs?: readonly number[]
}

/** NotSent says why a file was not taken: the server's words with their key, or null for both when the connection broke. */
export class NotSent extends Error {
  readonly text: Message | null
  readonly broken: boolean
  /** The kind of refusal; null where the server said none. */
  readonly code: string | null

  constructor(words: string, text: Message | null, broken: boolean, code: string | null = null) {
    super(words)
    this.code = code
    this.name = 'NotSent'
    this.text = text
    this.broken = broken
  }
}

const ENDPOINT = '/api/uploads'
// Small enough for slow and broken networks, where each piece that arrived stays.
const PIECE_BYTES = 1024 * 1024
const PAUSES_MS = [0, 1000, 3000, 5000, 10_000]

const refusal = z.object({ code: z.string(), detail: z.string(), text: message.nullable() })

/** refusalOf reads what the server says in words; null for a broken connection and for what only the protocol says. */
function refusalOf(error: Error | DetailedError): z.infer<typeof refusal> | null {
  const body = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined
  if (body === undefined || !body.startsWith('{')) return null
  const parsed = refusal.safeParse(JSON.parse(body))
  return parsed.success ? parsed.data : null
}

/**
 * sendFile sends a file in pieces, going on where it was after every break, and resolves when the server has it in full and durable.
 * It rejects with NotSent; aborting the signal rejects, too, and leaves what has arrived, so that sending it again goes on there.
 */
export async function sendFile(file: FileToSend, onShare: (share: number) => void, signal: AbortSignal, how: Sending = {}): Promise<void> {
  const sha256 = file.sha256 ?? (await sha256Of(file.blob))
  await new Promise<void>((resolve, reject) => {
    const metadata = {
      attachmentId: file.id, sha256, kind: file.kind, name: file.name,
      ...(file.takenAt === null ? {} : { takenAt: file.takenAt }), ...(file.durationMs === undefined ? {} : { durationMs: String(file.durationMs) }),
    }
    const upload = new Upload(file.blob, {
      // The address follows from the id: any tab finds an upload again without having kept anything.
      endpoint: ENDPOINT, uploadUrl: `${ENDPOINT}/${file.id}`, chunkSize: how.pieceBytes ?? PIECE_BYTES, retryDelays: [...(how.pausesMs ?? PAUSES_MS)],
      storeFingerprintForResuming: false, headers: { ...how.headers }, metadata,
      onShouldRetry: (error) => { const said = refusalOf(error); return said === null || said.code === 'unavailable' },
      onProgress: (sent, all) => { onShare(all > 0 ? sent / all : 0) },
      onSuccess: () => { resolve() },
      onError: (error) => { const said = refusalOf(error); reject(new NotSent(said?.detail ?? error.message, said?.text ?? null, said === null, said?.code ?? null)) },
    })
    const stop = (): void => { void upload.abort().then(() => { reject(new NotSent('', null, true)) }) }
    if (signal.aborted) stop()
    else {
      signal.addEventListener('abort', stop, { once: true })
      upload.start()
    }
  })
}
