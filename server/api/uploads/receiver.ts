import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server, type Upload } from '@tus/server'
import { MOST_BYTES } from '#server/core/attachments/limits.ts'
import { receivingFolder, receivingName } from '#server/platform/storage/receiving.ts'
import { turns } from './turns.ts'

/** UPLOADS_PATH is where files are sent. */
export const UPLOADS_PATH = '/api/uploads'

/** locationOf is where an upload goes on. */
export const locationOf = (id: string): string => `${UPLOADS_PATH}/${id}`

const LET_GO_MS = 500
const ID_LENGTH = 36

/** A store in which announcing an upload again keeps what has arrived of it. */
class KeepingStore extends FileStore {
  override async create(upload: Upload): Promise<Upload> {
    const known = existsSync(path.join(this.directory, upload.id)) && existsSync(path.join(this.directory, `${upload.id}.json`)) ? await this.getUpload(upload.id) : null
    return known !== null && known.size === upload.size ? known : super.create(upload)
  }
}

/** Receiver speaks the tus protocol (1.0) for one folder of half-received files. */
export interface Receiver {
  readonly handle: (request: Request, orgId: string, id: string) => Promise<Response>
}

/** createReceiver makes a receiver; what it needs to go on after a restart is in the folder. */
function createReceiver(folder: string): Receiver {
  // Before the library makes it, readable by everybody.
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // The protocol's own ids come from the address; ours name the organization, too, which only the session knows.
  const names = new WeakMap<object, string>()
  const nameOf = (request: object): string => {
    const name = names.get(request)
    if (name === undefined) throw new Error('an upload without a name')
    return name
  }
  const server = new Server({
    path: UPLOADS_PATH,
    datastore: new KeepingStore({ directory: folder }),
    locker: turns(),
    lockDrainTimeout: LET_GO_MS,
    maxSize: Math.max(...Object.values(MOST_BYTES)),
    namingFunction: nameOf,
    getFileIdFromRequest: nameOf,
    generateUrl: (_, { id }) => locationOf(id.slice(-ID_LENGTH)),
    // Pages of other origins have no business here.
    allowedOrigins: () => false,
  })
  return {
    handle: (request, orgId, id) => {
      names.set(request, receivingName(orgId, id))
      return server.handleWeb(request)
    },
  }
}

// One per process, although Next.js may load this file once per bundle: requests about one upload must meet in one place.
const store = globalThis as typeof globalThis & { __millwrightReceiver?: { readonly folder: string; readonly receiver: Receiver } }

/** receiver is the receiver of this installation's data folder. */
export function receiver(): Receiver {
  const folder = receivingFolder()
  if (store.__millwrightReceiver?.folder !== folder) store.__millwrightReceiver = { folder, receiver: createReceiver(folder) }
  return store.__millwrightReceiver.receiver
}
