import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { Upload } from 'tus-js-client'
import { handleUpload } from '#server/api/uploads/handler.ts'
import { newId } from '#server/platform/ids.ts'
import { badNetwork, testWeb, type TestWeb } from '#tests/harness/web.ts'
import { photo } from './support/make-files.ts'
import { announce, ask, hashOf, send, uploadPlant, useUploads, type Sender, type UploadPlant } from './support/upload-plant.ts'

const { database, folder } = useUploads()
let plant: UploadPlant
let technician: Sender
let web: TestWeb
let picture: Buffer

// What a restart of the server forgets: everything but the files and the database.
const restart = (): void => { delete (globalThis as { __millwrightReceiver?: unknown }).__millwrightReceiver }

beforeAll(async () => {
  plant = await uploadPlant(database, folder(), 'resume')
  technician = await plant.person('technician')
  web = await testWeb(handleUpload)
  picture = await photo(1200, 900)
})
afterAll(() => web.close())

const shaOf = async (id: string): Promise<string | undefined> => {
  const [row] = await database.query<{ sha256: string; state: string }>('SELECT sha256, state FROM attachment WHERE id = $1 AND arrived_at IS NOT NULL', [id])
  return row?.sha256
}

interface Tried {
  readonly id: string
  readonly bytes?: Buffer
  readonly port?: number
  readonly onBytes?: (sent: number, stop: () => void) => void
}

/** Sends with the client that the tablet has; false when it was stopped. */
const tus = ({ id, bytes = picture, port = web.port, onBytes }: Tried): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint: `http://127.0.0.1:${port}/api/uploads`, uploadUrl: `http://127.0.0.1:${port}/api/uploads/${id}`, chunkSize: 256 * 1024, retryDelays: Array.from({ length: 40 }, () => 0),
      headers: { cookie: technician.cookie }, metadata: { attachmentId: id, sha256: hashOf(bytes), kind: 'photo', name: 'photo.jpg' },
      onProgress: (sent) => { onBytes?.(sent, () => { void upload.abort().then(() => { resolve(false) }) }) },
      onSuccess: () => { resolve(true) },
      onError: reject,
    })
    upload.start()
  })

describe('the client of the tablet', () => {
  test('sends a photo over a network that breaks again and again', async () => {
    const id = newId()
    const network = await badNetwork(web.port, { breaks: 6, bytes: 180_000 })
    expect(await tus({ id, port: network.port })).toBe(true)
    expect(network.cuts()).toBe(6)
    expect(await shaOf(id)).toBe(hashOf(picture))
    await network.close()
  })

  test('goes on where it was after it was closed, and after the server was started again', async () => {
    const id = newId()
    expect(await tus({ id, onBytes: (sent, stop) => { if (sent > picture.length / 3) stop() } })).toBe(false)
    restart()
    const offset = Number((await ask(technician, 'HEAD', `/${id}`)).headers.get('upload-offset'))
    expect(offset).toBeGreaterThan(0)
    let least = picture.length
    expect(await tus({ id, onBytes: (sent) => { least = Math.min(least, sent) } })).toBe(true)
    expect(least).toBeGreaterThanOrEqual(offset)
    expect(await shaOf(id)).toBe(hashOf(picture))
    // A third time there is nothing left to send.
    expect(await tus({ id })).toBe(true)
  })

  test('is not held up by a connection that is dead without knowing it', async () => {
    const id = newId()
    await announce(technician, picture, { id })
    let stalled: ReadableStreamDefaultController<Uint8Array> | undefined
    const body = new ReadableStream<Uint8Array>({ start: (controller) => { stalled = controller; controller.enqueue(picture.subarray(0, 1000)) } })
    const init: RequestInit & { duplex: 'half' } = { method: 'PATCH', body, duplex: 'half', headers: { cookie: technician.cookie, 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' } }
    const dead = handleUpload(new Request(`${web.url}/api/uploads/${id}`, init))
    expect(await tus({ id })).toBe(true)
    stalled?.close()
    expect((await dead).status).toBeGreaterThanOrEqual(200)
    expect(await shaOf(id)).toBe(hashOf(picture))
  })
})

test('two tabs that send the same photo at once end with one whole photo', async () => {
  const id = newId()
  expect(await Promise.all([tus({ id }), tus({ id })])).toEqual([true, true])
  expect(await shaOf(id)).toBe(hashOf(picture))
  expect(await database.query('SELECT 1 FROM attachment WHERE id = $1', [id])).toHaveLength(1)
})

test('announcing, breaking off and restarting in any order ends with the bytes that were announced', async () => {
  const bytes = picture.subarray(0, 4000)
  const step = fc.oneof(
    fc.record({ do: fc.constant('send' as const), most: fc.integer({ min: 0, max: 1500 }) }),
    fc.record({ do: fc.constantFrom('announce' as const, 'restart' as const, 'wrong-offset' as const), most: fc.constant(0) }),
  )
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
    const id = newId()
    await announce(technician, bytes, { id })
    const offset = async (): Promise<number> => Number((await ask(technician, 'HEAD', `/${id}`)).headers.get('upload-offset'))
    for (const { do: what, most } of steps) {
      const at = await offset()
      if (what === 'announce') await announce(technician, bytes, { id })
      else if (what === 'restart') restart()
      else if (what === 'wrong-offset') await ask(technician, 'PATCH', `/${id}`, { 'upload-offset': String(at + 1) }, Buffer.from('x'))
      else if (at < bytes.length) await ask(technician, 'PATCH', `/${id}`, { 'upload-offset': String(at) }, bytes.subarray(at, at + most))
      expect(await offset()).toBeGreaterThanOrEqual(at)
    }
    const at = await offset()
    if (at < bytes.length) await ask(technician, 'PATCH', `/${id}`, { 'upload-offset': String(at) }, bytes.subarray(at))
    expect(await shaOf(id)).toBe(hashOf(bytes))
  }), { numRuns: 15 })
})

test('a file can be sent whole in one request, too', async () => {
  expect(await send(technician, picture)).toMatchObject({ status: 204 })
})
