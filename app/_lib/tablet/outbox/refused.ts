import type { Message } from '#server/core/kernel/message.ts'
import type { StoredBlob, StoredOperation, TabletDb } from '../store/db.ts'

/** FILE_REFUSED is the reason of an operation that waits for a person because the server does not take its file. */
const FILE_REFUSED = 'file-refused'

/** UploadRefused says that the server will not take a file, however often it is sent: its words, and their key where they have one. */
export class UploadRefused extends Error {
  readonly text: Message | null

  constructor(words: string, text: Message | null) {
    super(words)
    this.name = 'UploadRefused'
    this.text = text
  }
}

/** isFileRefused tells whether an operation asks because of its file; the operation itself has never been sent. */
export const isFileRefused = ({ state, answer }: StoredOperation): boolean => state === 'asks' && answer?.reason?.code === FILE_REFUSED

/** refusedText is the key of the server's words about a file; null where it gave none. */
export const refusedText = ({ answer }: StoredOperation): Message | null => (answer?.reason?.facts?.['text'] as Message | undefined) ?? null

/** setAside lets what needs a refused file ask for a decision: what comes after it on the same order goes on without it. */
export async function setAside(db: TabletDb, blob: StoredBlob, error: UploadRefused, at: string): Promise<void> {
  await db.transaction('rw', [db.operations, db.blobs], async () => {
    await db.blobs.update(blob.id, { state: 'refused' })
    const reason = { code: FILE_REFUSED, message: error.message, facts: { name: blob.name, text: error.text } }
    await db.operations.where('state').equals('waiting').filter((operation) => operation.needs.includes(blob.id))
      .modify((operation: { opId: string } & Record<string, unknown>) => {
        Object.assign(operation, { state: 'asks', answeredAt: at, answer: { opId: operation.opId, outcome: 'rejected', reason, result: null } })
      })
  })
}

const again = { state: 'waiting', answer: null, answeredAt: null } as const

/** tryAgain sends an operation and its files once more, because a person decided so. */
export async function tryAgain(db: TabletDb, opId: string): Promise<void> {
  await db.transaction('rw', [db.operations, db.blobs], async () => {
    const operation = await db.operations.get(opId)
    if (!operation || !isFileRefused(operation)) return
    await db.blobs.where('id').anyOf([...operation.needs]).filter((blob) => blob.state === 'refused').modify({ state: 'waiting' })
    await db.operations.update(opId, again)
  })
}

interface Fields {
  readonly attachmentIds?: readonly string[]
  readonly answer?: unknown
  readonly text?: unknown
}

// What stays of a command when its files are left out; null when nothing does.
function withoutFiles(payload: unknown, gone: ReadonlySet<string>): unknown {
  const { name, fields } = payload as { name?: string; fields?: Fields }
  const rest = fields?.attachmentIds?.filter((id) => !gone.has(id)) ?? []
  const says = fields?.answer !== undefined || fields?.text !== undefined
  if (name === 'attach' || (rest.length === 0 && !says)) return null
  const { attachmentIds: _, ...others } = fields ?? {}
  return { name, fields: rest.length > 0 ? { ...others, attachmentIds: rest } : others }
}

/** takeOut leaves the refused files out for good, because a person decided so: what else was said with them is sent, and where that is nothing, the operation goes too. */
export async function takeOut(db: TabletDb, opId: string): Promise<void> {
  await db.transaction('rw', [db.operations, db.blobs], async () => {
    const operation = await db.operations.get(opId)
    if (!operation || !isFileRefused(operation)) return
    const gone = new Set((await db.blobs.bulkGet([...operation.needs])).flatMap((blob) => (blob?.state === 'refused' ? [blob.id] : [])))
    const payload = withoutFiles(operation.payload, gone)
    if (payload === null) await db.operations.delete(opId)
    else await db.operations.update(opId, { ...again, payload, needs: operation.needs.filter((id) => !gone.has(id)) })
    await db.blobs.bulkDelete(payload === null ? [...operation.needs] : [...gone])
  })
}
