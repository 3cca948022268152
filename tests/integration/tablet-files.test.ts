import { beforeAll, describe, expect, test } from 'vitest'
import { handleFile } from '#server/api/files.ts'
import { postEnrol } from '#server/api/tablet/enrol.ts'
import { checkAttachment, listAttachments } from '#server/modules/attachments/index.ts'
import { pullForTablet, pullInput, takeOperations } from '#server/flows/sync/index.ts'
import { identifyDevice, readCredential, wipeDevice } from '#server/modules/tablets/index.ts'
import { getOrder } from '#server/modules/work-orders/index.ts'
import { newId } from '#server/platform/ids.ts'
import { photo } from './support/make-files.ts'
import { hashOf, send, uploadPlant, useUploads, type Sender, type UploadPlant } from './support/upload-plant.ts'

const ORIGIN = 'http://127.0.0.1:3000'
const { database, folder } = useUploads()
let plant: UploadPlant
let technician: Sender
let elsewhere: Sender
let admin: Sender
let picture: Buffer
let orderId = ''

/** enrol makes people the people of one device and gives its cookie. */
async function enrol(...people: readonly Sender[]): Promise<string> {
  let cookie = ''
  for (const person of people) {
    const response = await postEnrol(new Request(`${ORIGIN}/api/tablet/enrol`, {
      method: 'POST', headers: { cookie: `${person.cookie}; ${cookie}`, host: '127.0.0.1:3000', origin: ORIGIN, 'content-type': 'application/json' }, body: JSON.stringify({ name: 'Hall 3', platform: 'android' }),
    }))
    cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
  }
  return cookie
}

const status = async (id: string, cookie: string, person?: string): Promise<number> => (await handleFile(
  new Request(`${ORIGIN}/api/files/${id}`, { headers: { cookie, ...(person === undefined ? {} : { 'x-mw-person': person }) } }), { params: Promise.resolve({ id }) },
)).status

const deviceOf = async (cookie: string) => {
  const device = await identifyDevice(readCredential(cookie.split('=')[1]) ?? { orgId: newId(), deviceId: newId(), secret: '' })
  if (!device) throw new Error('no device')
  return device
}

/** does takes one command in, as a tablet sends it. */
async function does(cookie: string, person: Sender, name: string, fields: object, needs: readonly string[] = []) {
  const now = new Date()
  const operation = { opId: newId(), personId: person.actor.personId, seq: 1, entity: { kind: 'work-order', id: orderId }, baseVersion: 1, kind: 'order.command', payload: { name, fields }, at: now.toISOString(), zone: 'UTC', schema: 1, needs }
  const [answer] = await takeOperations(await deviceOf(cookie), { sentAt: now, waiting: 1, oldestAt: null, operations: [operation] })
  return answer
}

beforeAll(async () => {
  plant = await uploadPlant(database, folder(), 'tablet-files')
  const farSite = newId()
  await plant.insert('site', { id: farSite, code: 'S2', name: 'Far', time_zone: 'Europe/Berlin' })
  technician = await plant.person('technician', plant.siteId)
  elsewhere = await plant.person('technician', farSite)
  admin = await plant.person('admin')
  orderId = await plant.order()
  picture = await photo(200, 150)
})

describe('what a tablet may read with its own cookie', () => {
  test('the files that its person may see, and none that he may not', async () => {
    const { id } = await plant.attached(technician, orderId, picture)
    const tablet = await enrol(technician, elsewhere)
    expect(await status(id, tablet, technician.actor.personId)).toBe(200)
    expect(await status(id, tablet, elsewhere.actor.personId)).toBe(404)
  })

  test('nothing for somebody who has not signed in on it, nothing without saying for whom, and nothing with a made-up cookie', async () => {
    const { id } = await plant.attached(technician, orderId, picture)
    const tablet = await enrol(technician)
    expect(await status(id, tablet, admin.actor.personId)).toBe(401)
    expect(await status(id, tablet)).toBe(401)
    expect(await status(id, `${tablet.slice(0, -4)}AAAA`, technician.actor.personId)).toBe(401)
    // Whoever is signed in on it lends nobody his eyes.
    expect(await status(id, `${tablet}; ${admin.cookie}`, elsewhere.actor.personId)).toBe(401)
  })

  test('nothing for whoever has left, and nothing once the tablet is to be emptied', async () => {
    const { id } = await plant.attached(technician, orderId, picture)
    const leaver = await plant.person('technician', plant.siteId)
    const tablet = await enrol(leaver, technician)
    expect(await status(id, tablet, leaver.actor.personId)).toBe(200)
    await database.query('UPDATE person SET active = false, deactivated_at = now() WHERE id = $1', [leaver.actor.personId])
    expect(await status(id, tablet, leaver.actor.personId)).toBe(401)
    await wipeDevice(admin.actor, (await deviceOf(tablet)).id)
    expect(await status(id, tablet, technician.actor.personId)).toBe(401)
  })
})

describe('what belongs to an answer or a comment', () => {
  test('the photo of a comment, and the picture of a signature, hang at the order with who and when', async () => {
    const tablet = await enrol(technician)
    const taskId = newId()
    await plant.insert('work_order_task', { id: taskId, work_order_id: orderId, position: 0, title: 'Handed over', kind: 'signature', spec: '{}' })
    const signed = await send(technician, picture, { kind: 'signature', name: 'signature.png' })
    const shown = await send(technician, picture, {})
    expect(await does(tablet, technician, 'answerTask', { taskId, answer: 'R. Weber', attachmentIds: [signed.id] }, [signed.id])).toMatchObject({ outcome: 'applied' })
    expect(await does(tablet, technician, 'comment', { text: 'Look', attachmentIds: [shown.id] }, [shown.id])).toMatchObject({ outcome: 'applied' })
    const files = await listAttachments(technician.actor, { entity: 'work-order', entityId: orderId })
    expect(files.filter(({ id }) => [signed.id, shown.id].includes(id)).map(({ kind, taskId: at, linkedBy }) => [kind, at, linkedBy?.id])).toEqual([
      ['signature', taskId, technician.actor.personId], ['photo', null, technician.actor.personId],
    ])
    const { tasks, history } = await getOrder(technician.actor, orderId)
    expect(tasks.find(({ id }) => id === taskId)?.answer).toEqual({ value: 'R. Weber', failed: false, attachmentIds: [signed.id] })
    expect(history.filter(({ type }) => type === 'commented').at(-1)?.data['files']).toEqual([{ attachmentId: shown.id, file: 'photo.jpg', kind: 'photo' }])
  })

  test('a file that somebody may not see is not hung with it, and the comment stays', async () => {
    const stranger = await plant.person('technician', plant.siteId)
    const farOrder = await plant.order()
    const { id } = await plant.attached(stranger, farOrder, picture)
    await database.query('UPDATE attachment_link SET site_id = (SELECT id FROM site WHERE org_id = $1 AND code = $2) WHERE attachment_id = $3', [plant.orgId, 'S2', id])
    const tablet = await enrol(technician)
    expect(await does(tablet, technician, 'comment', { text: 'Mine now', attachmentIds: [id] })).toMatchObject({ outcome: 'applied' })
    expect((await listAttachments(technician.actor, { entity: 'work-order', entityId: orderId })).map((file) => file.id)).not.toContain(id)
  })
})

test('a tablet fetches an order again when one of its files was checked, with how the file is', async () => {
  const tablet = await enrol(technician)
  const device = await deviceOf(tablet)
  const pull = async (have: Record<string, string>) => {
    const { orders } = await pullForTablet(device, pullInput.parse({ personId: technician.actor.personId, have }))
    return orders.find(({ order }) => order.id === orderId)
  }
  const id = newId()
  const bytes = Buffer.from('<html>')
  await send(technician, bytes, { id, kind: 'file', name: 'page.txt', sha256: hashOf(bytes) })
  await does(tablet, technician, 'attach', { attachmentId: id }, [id])
  const before = await pull({})
  expect(before?.files.find((file) => file.id === id)?.state).toBe('checking')
  expect(await pull({ [orderId]: before?.stamp ?? '' })).toBeUndefined()
  await checkAttachment({ orgId: plant.orgId, id })
  expect((await pull({ [orderId]: before?.stamp ?? '' }))?.files.find((file) => file.id === id)).toMatchObject({ state: 'refused', reason: 'markup' })
})

test('a meter\'s step shows what the meter read last', async () => {
  const [first, second] = [newId(), newId()]
  const spec = JSON.stringify({ point: 'acc', unit: 'h' })
  await plant.insert('work_order_task', { id: first, work_order_id: orderId, position: 1, title: 'Read the hours', kind: 'meter', spec })
  await plant.insert('work_order_task', { id: second, work_order_id: orderId, position: 2, title: 'Read the hours again', kind: 'meter', spec })
  const tablet = await enrol(technician)
  const lastOf = async (id: string) => (await getOrder(technician.actor, orderId)).tasks.find((task) => task.id === id)?.lastReading
  expect(await lastOf(second)).toBeNull()
  await does(tablet, technician, 'answerTask', { taskId: first, answer: 1200 })
  expect(await lastOf(second)).toMatchObject({ value: 1200 })
})
