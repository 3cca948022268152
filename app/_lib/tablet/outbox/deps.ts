import type { Answer } from '#server/core/sync/answer.ts'
import type { StoredBlob } from '../store/db.ts'

/** Push is one request of the outbox. */
export interface Push {
  readonly sentAt: string
  readonly waiting: number
  readonly oldestAt: string | null
  readonly operations: readonly object[]
}

/** PushAnswer is what the server says to it; wipe asks the tablet to empty itself. */
export interface PushAnswer {
  readonly wipe: boolean
  readonly answers: readonly Answer[]
}

/** Door is the way to the server: it throws when nobody was reached, or the server could not serve. */
export interface Door {
  readonly push: (body: Push) => Promise<PushAnswer>
  /** Uploads a blob from where it stopped; resolves when it has arrived in full, rejects with UploadRefused where the server does not take it. */
  readonly upload: (blob: StoredBlob) => Promise<void>
}
