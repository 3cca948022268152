import { readdirSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { beforeAll, describe, expect, test } from 'vitest'
import { MOST_BYTES, QUOTA } from '#server/core/attachments/limits.ts'
import { attachmentsReady, arrive, checkAttachment, sweepAttachments, uncheckedAttachments } from '#server/modules/attachments/index.ts'
import { withTenant } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { storage } from '#server/platform/storage/index.ts'
import { photo } from './support/make-files.ts'
import { announce, ask, hashOf, send, uploadPlant, useUploads, type Sender, type UploadPlant } from './support/upload-plant.ts'

const { database, folder } = useUploads()
let north: UploadPlant
let south: UploadPlant
let technician: Sender
let stranger: Sender
let picture: Buffer

beforeAll(async () => {
  north = await uploadPlant(database, folder(), 'north')
  south = await uploadPlant(database, folder(), 'south')
  technician = await north.person('technician')
  stranger = await south.person('technician')
  picture = await photo(400, 300)
})

const rowOf = async (id: string) => (await database.query<{ state: string; name: string; arrived_at: Date | null; created_by: string; attempts: number }>('SELECT * FROM attachment WHERE id = $1', [id]))[0]
const half = (): string[] => readdirSync(path.join(folder(), 'uploads'))
const offsetOf = async (sender: Sender, id: string): Promise<string | null> => (await ask(sender, 'HEAD', `/${id}`)).headers.get('upload-offset')
const stored = async (id: string): Promise<string> => {
  const [row] = await database.query<{ original_key: string }>('SELECT original_key FROM attachment WHERE id = $1', [id])
  const file = await storage().get(row?.original_key ?? 'none')
  return file ? hashOf(await buffer(file.stream)) : 'none'
}

describe('an upload', () => {
  test('arrives in full with the hash that the client checks, and only then counts as there', async () => {
    const id = newId()
    await announce(technician, picture, { id })
    const ready = () => withTenant(north.orgId, (tx) => attachmentsReady(tx, [id]))
    expect(await ready()).toEqual({ ready: false, missing: [id] })
    const begun = await ask(technician, 'PATCH', `/${id}`, { 'upload-offset': '0' }, picture.subarray(0, 1000))
    expect([begun.status, begun.headers.get('upload-offset')]).toEqual([204, '1000'])
    expect(await ready()).toEqual({ ready: false, missing: [id] })
    expect(await offsetOf(technician, id)).toBe('1000')
    const done = await ask(technician, 'PATCH', `/${id}`, { 'upload-offset': '1000' }, picture.subarray(1000))
    expect(done.status).toBe(204)
    expect(await ready()).toEqual({ ready: true, missing: [] })
    expect(await stored(id)).toBe(hashOf(picture))
    expect(await rowOf(id)).toMatchObject({ state: 'checking', created_by: technician.actor.personId })
    expect(half().filter((name) => name.includes(id))).toEqual([])
  })

  test('says where it is, and that it is there, to whoever announces it again', async () => {
    const id = newId()
    await announce(technician, picture, { id })
    await ask(technician, 'PATCH', `/${id}`, { 'upload-offset': '0' }, picture.subarray(0, 5000))
    const again = await announce(technician, picture, { id })
    expect([again.status, again.headers.get('location')]).toEqual([201, `/api/uploads/${id}`])
    expect(await offsetOf(technician, id)).toBe('5000')
    await ask(technician, 'PATCH', `/${id}`, { 'upload-offset': '5000' }, picture.subarray(5000))
    const there = await announce(technician, picture, { id })
    expect([there.status, there.headers.get('upload-offset')]).toEqual([201, String(picture.length)])
    expect(await offsetOf(technician, id)).toBe(String(picture.length))
    expect((await ask(technician, 'PATCH', `/${id}`, { 'upload-offset': '0' }, picture)).status).toBe(409)
  })

  test('is refused under an id that stands for other content, without touching what is there', async () => {
    const { id } = await send(technician, picture)
    const other = await announce(technician, Buffer.from('something else'), { id })
    expect(other.status).toBe(409)
    expect(await other.json()).toMatchObject({ code: 'conflict', text: { key: 'error.attachment.other-content' } })
    expect(await stored(id)).toBe(hashOf(picture))
  })

  test('with another hash than announced is thrown away, and can be sent again', async () => {
    const sha256 = hashOf(picture)
    const bad = Buffer.from(picture)
    bad[200] = (bad[200] ?? 0) ^ 1
    const first = await send(technician, bad, { sha256 })
    expect(first).toMatchObject({ status: 422, body: { text: { key: 'error.attachment.other-bytes' } } })
    expect(await rowOf(first.id)).toMatchObject({ state: 'receiving', arrived_at: null })
    expect((await ask(technician, 'HEAD', `/${first.id}`)).status).toBe(404)
    expect(await send(technician, picture, { id: first.id })).toMatchObject({ status: 204 })
    expect(await stored(first.id)).toBe(sha256)
  })

  test('that is cut short is not there, and bytes beyond its length are not taken', async () => {
    const id = newId()
    await announce(technician, picture, { id })
    await ask(technician, 'PATCH', `/${id}`, { 'upload-offset': '0' }, picture.subarray(0, picture.length - 1))
    expect(await rowOf(id)).toMatchObject({ state: 'receiving' })
    const more = await ask(technician, 'PATCH', `/${id}`, { 'upload-offset': String(picture.length - 1), 'content-length': '100' }, Buffer.alloc(100))
    expect(more.status).toBe(413)
    expect(await rowOf(id)).toMatchObject({ state: 'receiving' })
  })

  test('whose server died after the last byte is taken over by the next question', async () => {
    const id = newId()
    await announce(technician, picture, { id })
    await ask(technician, 'PATCH', `/${id}`, { 'upload-offset': '0' }, picture.subarray(0, 100))
    // The rest was written, and nobody was left to take it over.
    await appendFile(path.join(folder(), 'uploads', `${north.orgId}_${id}`), picture.subarray(100))
    expect(await rowOf(id)).toMatchObject({ state: 'receiving' })
    expect(await offsetOf(technician, id)).toBe(String(picture.length))
    expect(await rowOf(id)).toMatchObject({ state: 'checking' })
    expect(await arrive(north.orgId, id)).toBe(true)
    await checkAttachment({ orgId: north.orgId, id })
    expect(await rowOf(id)).toMatchObject({ state: 'ready' })
    expect(await arrive(north.orgId, id)).toBe(false)
  })

  test('may go on under another name, as on a shared tablet', async () => {
    const id = newId()
    const colleague = await north.person('technician')
    await announce(technician, picture, { id })
    await ask(technician, 'PATCH', `/${id}`, { 'upload-offset': '0' }, picture.subarray(0, 700))
    expect((await announce(colleague, picture, { id })).status).toBe(201)
    expect((await ask(colleague, 'PATCH', `/${id}`, { 'upload-offset': '700' }, picture.subarray(700))).status).toBe(204)
    expect(await rowOf(id)).toMatchObject({ state: 'checking', created_by: technician.actor.personId })
  })

  test('of one organization does not exist for another, which may use the same id', async () => {
    const id = newId()
    await announce(technician, picture, { id })
    expect((await ask(stranger, 'HEAD', `/${id}`)).status).toBe(404)
    expect((await ask(stranger, 'PATCH', `/${id}`, { 'upload-offset': '0' }, picture)).status).toBe(404)
    const theirs = Buffer.concat([picture, Buffer.from([0])])
    expect(await send(stranger, theirs, { id })).toMatchObject({ status: 204 })
    expect(await offsetOf(technician, id)).toBe('0')
  })
})

describe('an announcement', () => {
  test.each([
    ['a photo', 'photo', MOST_BYTES.photo, 'photo-too-large'], ['a voice note', 'voice', MOST_BYTES.voice, 'voice-too-large'],
    ['a file', 'file', MOST_BYTES.file, 'file-too-large'], ['a signature', 'signature', MOST_BYTES.signature, 'signature-too-large'],
  ])('of %s beyond its limit is refused in words before a byte is sent', async (_, kind, limit, key) => {
    const id = newId()
    const response = await announce(technician, picture, { id, kind, size: limit + 1 })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ code: 'too-large', text: { key: `error.attachment.${key}` } })
    expect(await rowOf(id)).toBeUndefined()
    expect((await announce(technician, picture, { id, kind, size: limit })).status).toBe(201)
  })

  test.each<[string, Readonly<Record<string, string>>]>([
    ['no metadata', { 'upload-length': '10' }],
    ['metadata that is none', { 'upload-length': '10', 'upload-metadata': '!!!' }],
    ['no length', { 'upload-metadata': `attachmentId ${Buffer.from(newId()).toString('base64')}` }],
    ['a length put off', { 'upload-defer-length': '1' }],
  ])('with %s is refused', async (_, headers) => {
    const response = await ask(technician, 'POST', '', headers)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ text: { key: 'error.attachment.facts' } })
  })

  test.each([
    ['a path as id', { id: '../../etc/passwd' }], ['an id that is no time-ordered one', { id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff' }],
    ['a hash that is none', { id: newId(), sha256: '../x' }], ['a kind that is none', { id: newId(), kind: 'virus' }],
  ])('with %s is refused', async (_, facts) => {
    expect((await announce(technician, picture, facts)).status).toBe(422)
  })

  test('of nothing is refused', async () => {
    expect(await send(technician, Buffer.alloc(0))).toMatchObject({ status: 422, body: { text: { key: 'error.attachment.no-bytes' } } })
  })

  test('needs a session, a role that may, and a page of ours', async () => {
    expect((await announce(null, picture, { id: newId() })).status).toBe(401)
    const guest = await north.person('admin')
    expect((await announce(guest, picture, { id: newId() })).status).toBe(201)
    const foreign = await ask(technician, 'POST', '', { origin: 'https://evil.example', 'upload-length': '1' })
    expect(foreign.status).toBe(403)
    expect([...foreign.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test('beyond what one person may send in a day is refused, also from several tabs at once', async () => {
    const greedy = await north.person('technician')
    const used = QUOTA.bytes - 3 * MOST_BYTES.file
    await database.query(
      `INSERT INTO attachment (org_id, id, kind, name, sha256, size, created_by) SELECT $1, gen_random_uuid(), 'file', 'x', 'x', $3::int, $2 FROM generate_series(1, $4::int)`,
      [north.orgId, greedy.actor.personId, MOST_BYTES.file, Math.floor(used / MOST_BYTES.file)],
    )
    const room = QUOTA.bytes - Math.floor(used / MOST_BYTES.file) * MOST_BYTES.file
    const fits = Math.floor(room / MOST_BYTES.file)
    const answers = await Promise.all(Array.from({ length: fits + 2 }, () => announce(greedy, picture, { id: newId(), kind: 'file', size: MOST_BYTES.file })))
    expect(answers.map((answer) => answer.status).sort()).toEqual([...Array.from({ length: fits }, () => 201), 429, 429])
    // What was sent the day before counts no more.
    await database.query(`UPDATE attachment SET created_at = created_at - interval '25 hours' WHERE created_by = $1`, [greedy.actor.personId])
    expect((await announce(greedy, picture, { id: newId() })).status).toBe(201)
  })
})

describe('an upload that was never finished', () => {
  test('is swept after a week, with what had arrived of it; one that arrived is not', async () => {
    const [dead, slow] = [newId(), newId()]
    const done = await send(technician, picture)
    for (const id of [dead, slow]) {
      await announce(technician, picture, { id })
      await ask(technician, 'PATCH', `/${id}`, { 'upload-offset': '0' }, picture.subarray(0, 100))
    }
    await database.query(`UPDATE attachment SET created_at = now() - interval '8 days' WHERE id = ANY($1)`, [[dead, done.id]])
    expect(await sweepAttachments(north.orgId)).toBe(1)
    expect(await rowOf(dead)).toBeUndefined()
    expect(half().filter((name) => name.includes(dead))).toEqual([])
    expect(await offsetOf(technician, slow)).toBe('100')
    expect(await stored(done.id)).toBe(hashOf(picture))
    // Its owner comes back from the drawer and begins anew.
    expect(await send(technician, picture, { id: dead })).toMatchObject({ status: 204 })
  })
})

describe('what is left behind', () => {
  const keys = async (id: string) => (await database.query<{ original_key: string | null; storage_key: string | null }>('SELECT original_key, storage_key FROM attachment WHERE id = $1', [id]))[0]

  test('an attachment whose bell was lost is found by the reconciler, until it is checked', async () => {
    const { id } = await send(technician, picture)
    const waiting = async (): Promise<boolean> => (await uncheckedAttachments(north.orgId, 10_000)).some((ref) => ref.id === id)
    expect(await waiting()).toBe(false)
    await database.query(`UPDATE attachment SET arrived_at = arrived_at - interval '1 minute' WHERE id = $1`, [id])
    expect(await waiting()).toBe(true)
    await checkAttachment({ orgId: north.orgId, id })
    expect(await waiting()).toBe(false)
    // Twice is as once.
    await checkAttachment({ orgId: north.orgId, id })
    expect(await rowOf(id)).toMatchObject({ state: 'ready', attempts: 1 })
  })

  test('one that has ended its worker again and again is refused, and its bytes are kept for a month', async () => {
    const { id } = await send(technician, picture)
    await database.query('UPDATE attachment SET attempts = 4 WHERE id = $1', [id])
    await checkAttachment({ orgId: north.orgId, id })
    expect(await rowOf(id)).toMatchObject({ state: 'refused', reason: 'damaged' })
    await sweepAttachments(north.orgId)
    expect(await stored(id)).toBe(hashOf(picture))
    const original = (await keys(id))?.original_key ?? ''
    await database.query(`UPDATE attachment SET checked_at = now() - interval '31 days' WHERE id = $1`, [id])
    await sweepAttachments(north.orgId)
    expect([await storage().has(original), (await keys(id))?.original_key]).toEqual([false, null])
  })

  test('a storage that is away costs a file no try, and it is checked when the storage is back', async () => {
    const { id } = await send(technician, picture)
    const key = (await keys(id))?.original_key ?? ''
    // As a bucket that does not answer: nothing can be read.
    await database.query('UPDATE attachment SET original_key = $2 WHERE id = $1', [id, 'No Key Of Ours'])
    await expect(checkAttachment({ orgId: north.orgId, id })).rejects.toThrow()
    expect(await rowOf(id)).toMatchObject({ state: 'checking', attempts: 0 })
    await database.query('UPDATE attachment SET original_key = $2 WHERE id = $1', [id, key])
    await checkAttachment({ orgId: north.orgId, id })
    expect(await rowOf(id)).toMatchObject({ state: 'ready' })
  })

  test('a photo\'s original that a crash left behind is removed, and what is served stays', async () => {
    const { id } = await send(technician, picture)
    await checkAttachment({ orgId: north.orgId, id })
    const shown = (await keys(id))?.storage_key ?? ''
    const original = shown.replace('.shown', '.original')
    await storage().put(original, picture)
    await database.query(`UPDATE attachment SET original_key = $2, checked_at = now() - interval '2 hours' WHERE id = $1`, [id, original])
    await sweepAttachments(north.orgId)
    expect([await storage().has(original), await storage().has(shown), (await keys(id))?.original_key]).toEqual([false, true, null])
  })
})
