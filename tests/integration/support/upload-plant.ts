import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { handleAuth } from '#server/api/auth.ts'
import { handleFile } from '#server/api/files.ts'
import { handleUpload } from '#server/api/uploads/handler.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { checkAttachment, listAttachments, type AttachmentRow } from '#server/modules/attachments/index.ts'
import { createUser } from '#server/modules/people/index.ts'
import { provideEnv } from '#server/platform/env.ts'
import { newId } from '#server/platform/ids.ts'
import { prepareQueue } from '#server/queue/backend.ts'
import { closeQueues } from '#server/queue/client.ts'
import { useTestDatabase, type TestDatabase } from '#tests/harness/database.ts'
import { orderPlant, type OrderPlant } from './order-plant.ts'

const ORIGIN = 'http://127.0.0.1:3000'
const PASSWORD = 'correct horse battery'

/** Sender is a signed-in person who can send and read files. */
export interface Sender {
  readonly actor: PersonActor
  readonly cookie: string
}

/** Sent is what became of a whole upload in one go. */
export interface Sent {
  readonly id: string
  readonly status: number
  readonly body: { readonly code?: string; readonly detail?: string; readonly text?: { readonly key: string } | null } | null
}

/** UploadFacts is what a test announces; the rest is a plain photo. */
export interface UploadFacts {
  readonly id?: string
  readonly kind?: string
  readonly name?: string
  readonly sha256?: string
  readonly size?: number
}

const b64 = (text: string): string => Buffer.from(text).toString('base64')

/** hashOf is the hash that a client announces. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** metadataOf writes what is announced, as the protocol has it. */
const metadataOf = (bytes: Uint8Array, { id, kind = 'photo', name = 'photo.jpg', sha256 = hashOf(bytes) }: UploadFacts): string =>
  Object.entries({ attachmentId: id ?? '', kind, name, sha256, takenAt: '2026-01-05T10:00:00Z' }).map(([key, value]) => `${key} ${b64(value)}`).join(',')

/** ask sends one request of the protocol. */
export const ask = (sender: Sender | null, method: string, at = '', headers: Readonly<Record<string, string>> = {}, body?: Uint8Array): Promise<Response> =>
  handleUpload(new Request(`${ORIGIN}/api/uploads${at}`, {
    method, headers: { 'tus-resumable': '1.0.0', ...(sender ? { cookie: sender.cookie } : {}), ...(body ? { 'content-type': 'application/offset+octet-stream' } : {}), ...headers }, ...(body ? { body: new Uint8Array(body) } : {}),
  }))

/** announce creates an upload. */
export const announce = (sender: Sender | null, bytes: Uint8Array, facts: UploadFacts): Promise<Response> =>
  ask(sender, 'POST', '', { 'upload-length': String(facts.size ?? bytes.length), 'upload-metadata': metadataOf(bytes, facts) })

const bodyOf = async (response: Response): Promise<Sent['body']> => (response.headers.get('content-type')?.includes('json') ? ((await response.json()) as Sent['body']) : null)

/** send sends a file in one go and gives the last answer. */
export async function send(sender: Sender | null, bytes: Uint8Array, facts: UploadFacts = {}): Promise<Sent> {
  const id = facts.id ?? newId()
  const made = await announce(sender, bytes, { ...facts, id })
  if (made.status !== 201) return { id, status: made.status, body: await bodyOf(made) }
  const done = await ask(sender, 'PATCH', `/${id}`, { 'upload-offset': '0' }, bytes)
  return { id, status: done.status, body: await bodyOf(done) }
}

/** read asks for a file. */
export const read = (sender: Sender | null, id: string, query = '', headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  handleFile(new Request(`${ORIGIN}/api/files/${id}${query}`, { headers: { ...(sender ? { cookie: sender.cookie } : {}), ...headers } }), { params: Promise.resolve({ id }) })

/** UploadPlant is an order plant whose people sign in, with a folder of its own for files. */
export interface UploadPlant extends OrderPlant {
  readonly folder: string
  readonly person: (role: Role, siteId?: string | null) => Promise<Sender>
  /** Sends a file, attaches it to an order, has it checked and gives its row as the order's page shows it. */
  readonly attached: (sender: Sender, orderId: string, bytes: Uint8Array, facts?: UploadFacts) => Promise<AttachmentRow>
}

async function signedIn(orgId: string, role: Role, siteId: string | null): Promise<Sender> {
  const email = `${newId()}@example.com`
  const { personId } = await createUser({ orgId, email, name: `${role} ${email.slice(-20, -12)}`, password: PASSWORD, roles: [{ role, siteId }] })
  const response = await handleAuth(new Request(`${ORIGIN}/api/auth/sign-in/email`, {
    method: 'POST', headers: { 'content-type': 'application/json', host: '127.0.0.1:3000', origin: ORIGIN }, body: JSON.stringify({ email, password: PASSWORD }),
  }))
  return { actor: { type: 'person', orgId, personId, name: role, grants: [{ role, siteId }] }, cookie: response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ') }
}

/** uploadPlant makes an organization with a plant whose people sign in. */
export async function uploadPlant(database: TestDatabase, folder: string, name: string): Promise<UploadPlant> {
  const plant = await orderPlant(database, name)
  return {
    ...plant, folder,
    person: (role, siteId = null) => signedIn(plant.orgId, role, siteId),
    attached: async (sender, orderId, bytes, facts = {}) => {
      const { id, status, body } = await send(sender, bytes, facts)
      if (status !== 204) throw new Error(`not sent: ${status} ${JSON.stringify(body)}`)
      await plant.run('technician', orderId, { name: 'attach', payload: { attachmentId: id } })
      await checkAttachment({ orgId: plant.orgId, id })
      const row = (await listAttachments(sender.actor, { entity: 'work-order', entityId: orderId })).find((one) => one.id === id)
      if (!row) throw new Error('not attached')
      return row
    },
  }
}

/** useUploads gives the file it is called in a database, a queue and a data folder of its own. */
export function useUploads(): { readonly database: TestDatabase; readonly folder: () => string } {
  const database = useTestDatabase()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mw-files-'))
  beforeAll(async () => {
    provideEnv({ DATA_DIR: folder })
    await prepareQueue()
  })
  afterAll(async () => {
    await closeQueues()
    rmSync(folder, { recursive: true, force: true })
  })
  return { database, folder: () => folder }
}
