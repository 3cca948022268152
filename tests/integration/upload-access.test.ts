import { beforeAll, describe, expect, test } from 'vitest'
import { listAttachments } from '#server/modules/attachments/index.ts'
import { getOrder } from '#server/modules/work-orders/index.ts'
import { newId } from '#server/platform/ids.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { photo, wav } from './support/make-files.ts'
import { announce, ask, hashOf, read, send, uploadPlant, useUploads, type Sender, type UploadPlant } from './support/upload-plant.ts'

const { database, folder } = useUploads()
let plant: UploadPlant
let other: UploadPlant
let technician: Sender
let colleague: Sender
let planner: Sender
let elsewhere: Sender
let stranger: Sender
let requester: Sender
let orderId = ''
let farOrderId = ''
let picture: Buffer

beforeAll(async () => {
  plant = await uploadPlant(database, folder(), 'access')
  other = await uploadPlant(database, folder(), 'other')
  const farSite = newId()
  const farAsset = newId()
  await plant.insert('site', { id: farSite, code: 'S2', name: 'Far', time_zone: 'Europe/Berlin' })
  await plant.insert('asset', { id: farAsset, site_id: farSite, class_id: plant.classId, tag: 'FAR-1', name: 'Far machine', level: 'machine' })
  technician = await plant.person('technician', plant.siteId)
  colleague = await plant.person('technician', plant.siteId)
  planner = await plant.person('planner', plant.siteId)
  elsewhere = await plant.person('technician', farSite)
  requester = await plant.person('requester')
  stranger = await other.person('admin')
  orderId = await plant.order()
  farOrderId = await plant.order('technician', { assetId: farAsset })
  picture = await photo(200, 150)
})

const attach = (by: Sender, to: string, attachmentId: string, opId = newId(), taskId?: string) =>
  runOrderCommand(by.actor, { id: to, opId, version: 1, command: { name: 'attach', payload: { attachmentId, ...(taskId === undefined ? {} : { taskId }) } } })
const detach = (by: Sender, to: string, attachmentId: string, opId = newId()) => runOrderCommand(by.actor, { id: to, opId, version: 1, command: { name: 'detach', payload: { attachmentId } } })
const listed = async (by: Sender, entityId: string): Promise<string[]> => (await listAttachments(by.actor, { entity: 'work-order', entityId })).map(({ id }) => id)
const status = async (by: Sender | null, id: string, query = ''): Promise<number> => (await read(by, id, query)).status

describe('a file on an order', () => {
  test('is seen by those who may see the order, and does not exist for anybody else', async () => {
    const { id } = await plant.attached(technician, orderId, picture)
    for (const query of ['', '?size=thumb', '?save=1']) {
      expect(await Promise.all([technician, colleague, planner].map((one) => status(one, id, query)))).toEqual([200, 200, 200])
      expect(await Promise.all([elsewhere, stranger, requester].map((one) => status(one, id, query)))).toEqual([404, 404, 404])
      expect(await status(null, id, query)).toBe(401)
    }
    expect(await listed(colleague, orderId)).toContain(id)
    expect([await listed(elsewhere, orderId), await listed(stranger, orderId)]).toEqual([[], []])
    // Nor can it be had by hanging it at an order of one's own, or taking it off.
    await expect(attach(elsewhere, farOrderId, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(attach(elsewhere, orderId, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(attach(stranger, await other.order(), id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(detach(elsewhere, orderId, id)).rejects.toMatchObject({ code: 'not-found' })
    expect(await status(elsewhere, id)).toBe(404)
  })

  test('that hangs nowhere yet is seen by its sender only', async () => {
    const { id } = await send(technician, picture)
    expect(await status(technician, id)).toBe(503)
    expect([await status(colleague, id), await status(stranger, id)]).toEqual([404, 404])
  })

  test('is attached when it has arrived in full, and not before', async () => {
    const id = newId()
    const opId = newId()
    await announce(technician, picture, { id })
    await ask(technician, 'PATCH', `/${id}`, { 'upload-offset': '0' }, picture.subarray(0, 10))
    await expect(attach(technician, orderId, id, opId)).rejects.toMatchObject({ code: 'unavailable' })
    expect(await listed(technician, orderId)).not.toContain(id)
    await ask(technician, 'PATCH', `/${id}`, { 'upload-offset': '10' }, picture.subarray(10))
    // Under the same operation id as before, since nothing had happened.
    await attach(technician, orderId, id, opId)
    expect(await listed(technician, orderId)).toContain(id)
    await expect(attach(technician, orderId, newId())).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is attached once, with history and audit, however often the operation is sent', async () => {
    const order = await plant.order()
    const { id } = await send(technician, picture, { name: 'leak.jpg' })
    const opId = newId()
    const first = await attach(colleague, order, id, opId)
    expect(await attach(colleague, order, id, opId)).toEqual(first)
    await expect(attach(colleague, order, id)).rejects.toMatchObject({ code: 'conflict' })
    const { history } = await getOrder(technician.actor, order)
    expect(history.filter(({ type }) => type === 'attached')).toMatchObject([{ actor: { id: colleague.actor.personId }, data: { attachmentId: id, file: 'leak.jpg', kind: 'photo' } }])
    expect(await database.query('SELECT action FROM audit WHERE entity_id = $1 AND action = $2', [order, 'work-order.attached'])).toHaveLength(1)
  })

  test('two who attach the same file at once: it hangs there once, and one of them hears of it', async () => {
    const order = await plant.order()
    const { id } = await send(technician, picture)
    const done = await Promise.allSettled([attach(technician, order, id), attach(colleague, order, id)])
    expect(done.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await listed(technician, order)).toEqual([id])
  })

  test('is taken off by who attached it or who plans there, and its bytes stay', async () => {
    const order = await plant.order()
    const { id } = await send(technician, picture)
    await attach(technician, order, id)
    await expect(detach(colleague, order, id)).rejects.toMatchObject({ code: 'forbidden' })
    const opId = newId()
    await detach(planner, order, id, opId)
    await detach(planner, order, id, opId)
    expect(await listed(technician, order)).toEqual([])
    expect(await status(colleague, id)).toBe(404)
    const kept = await database.query('SELECT removed_by, (SELECT count(*)::int FROM attachment a WHERE a.id = l.attachment_id) AS there FROM attachment_link l WHERE attachment_id = $1', [id])
    expect(kept).toMatchObject([{ removed_by: planner.actor.personId, there: 1 }])
    expect((await getOrder(technician.actor, order)).history.map(({ type }) => type)).toEqual(['created', 'attached', 'detached'])
  })

  test('hangs at a step of the order, and at none of another order', async () => {
    const [order, another] = [await plant.order(), await plant.order()]
    const [mine, theirs] = [newId(), newId()]
    await plant.insert('work_order_task', { id: mine, work_order_id: order, position: 1, title: 'Look', kind: 'photo' })
    await plant.insert('work_order_task', { id: theirs, work_order_id: another, position: 1, title: 'Look', kind: 'photo' })
    const { id } = await send(technician, picture)
    await expect(attach(technician, order, id, newId(), theirs)).rejects.toMatchObject({ code: 'not-found' })
    await attach(technician, order, id, newId(), mine)
    expect(await listAttachments(technician.actor, { entity: 'work-order', entityId: order })).toMatchObject([{ id, taskId: mine, state: 'checking' }])
  })

  test('is still attached when the order has ended meanwhile', async () => {
    const order = await plant.order('supervisor')
    await plant.run('supervisor', order, { name: 'cancel', payload: { reason: 'not needed' } })
    const { id } = await send(technician, picture)
    await attach(technician, order, id)
    expect(await listed(technician, order)).toEqual([id])
  })
})

describe('what is served', () => {
  test('a browser runs nothing of, frames nowhere and shows to no other origin', async () => {
    const { id } = await plant.attached(technician, orderId, picture, { name: 'Öl "am" Lager.jpg' })
    const { headers } = await read(technician, id)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'content-security-policy': `sandbox; default-src 'none'`, 'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache', 'content-disposition': `inline; filename="_l _am_ Lager.jpg"; filename*=UTF-8''%C3%96l%20_am_%20Lager.jpg`,
    })
    expect((await read(technician, id, '?save=1')).headers.get('content-disposition')).toMatch(/^attachment;/)
  })

  test('is not sent again to who has it, and again after it was withdrawn', async () => {
    const order = await plant.order()
    const { id } = await plant.attached(technician, order, picture)
    const first = await read(colleague, id)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toBe(`"${hashOf(Buffer.from(await first.arrayBuffer()))}"`)
    expect((await read(colleague, id, '', { 'if-none-match': etag })).status).toBe(304)
    expect((await read(colleague, id, '?size=thumb', { 'if-none-match': etag })).status).toBe(200)
    await detach(planner, order, id)
    expect((await read(colleague, id, '', { 'if-none-match': etag })).status).toBe(404)
  })

  test('can be had in parts, as players ask for sound', async () => {
    const sound = wav()
    const { id } = await plant.attached(technician, orderId, sound, { kind: 'voice', name: 'note.wav' })
    const part = await read(technician, id, '', { range: 'bytes=100-199' })
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([206, `bytes 100-199/${sound.length}`, '100'])
    expect(Buffer.from(await part.arrayBuffer())).toEqual(sound.subarray(100, 200))
    const end = await read(technician, id, '', { range: 'bytes=-50' })
    expect(Buffer.from(await end.arrayBuffer())).toEqual(sound.subarray(-50))
    expect((await read(technician, id, '', { range: `bytes=${sound.length}-` })).status).toBe(416)
    const changed = await read(technician, id, '', { range: 'bytes=0-1', 'if-range': '"other"' })
    expect([changed.status, (await changed.arrayBuffer()).byteLength]).toEqual([200, sound.length])
  })

  test.each(['../../secrets.json', 'x', '%2e%2e%2f', ''])('nothing under %j', async (id) => {
    expect(await status(technician, id)).toBe(404)
  })
})
