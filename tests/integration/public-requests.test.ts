import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ReportField } from '#server/core/public/report.ts'
import type { Reader, RequestScreen } from '#server/core/public/screens.ts'
import { requestDoor } from '#server/api/public/request-door.ts'
import { statusLink, type StatusAnswer } from '#server/api/public/status-link.ts'
import { tellOf } from '#server/flows/tell/index.ts'
import { checkAttachment, listAttachments } from '#server/modules/attachments/index.ts'
import { addDoor, listDoors, removeDoor, renewDoor, reportsOfOrder, setDoors } from '#server/modules/public-requests/index.ts'
import { getOrder, listOrders } from '#server/modules/work-orders/index.ts'
import { markPeer } from '#server/platform/peer.ts'
import { newFormToken } from '#server/platform/public-address.ts'
import { hugePng, photo, photoWithPlace } from './support/make-files.ts'
import { read, uploadPlant, useUploads, type UploadPlant } from './support/upload-plant.ts'

const { database, folder } = useUploads()
const ORIGIN = 'http://127.0.0.1:3000'
const EMERGENCY = { emergencyWords: 'Gather at gate 2', emergencyPhone: '112' }

// What would be drawn is given back as it is, so that a test reads what is shown and not how.
const door = requestDoor((screen: RequestScreen, reader: Reader) => Promise.resolve(JSON.stringify({ ...screen, kiosk: reader.kiosk })))
const link = statusLink((screen: StatusAnswer) => Promise.resolve(JSON.stringify(screen)))

let north: UploadPlant
let south: UploadPlant
let addresses = 0

// All tests send to two sites within seconds: what one of them has used of a site's rate is given back for the next.
beforeEach(() => { (globalThis as { __millwrightBuckets?: Map<string, unknown> }).__millwrightBuckets?.clear() })

interface Shown { readonly status: number; readonly location: string | null; readonly screen: RequestScreen | null; readonly text: string; readonly headers: Headers }

/** A request from an address of its own, so that one test's rate is not another's. */
function from(address: string): Headers {
  const plain: Record<string, string> = {}
  markPeer({ headers: plain }, address)
  return new Headers(plain)
}
const somebody = (): string => `10.9.${Math.floor(addresses / 250)}.${(addresses++ % 250) + 1}`

async function shown(response: Response): Promise<Shown> {
  const text = await response.text()
  return { status: response.status, location: response.headers.get('location'), screen: text.startsWith('{') ? (JSON.parse(text) as RequestScreen) : null, text, headers: response.headers }
}

type SentForm = Readonly<Partial<Record<ReportField | 'website' | 'token', string>>>
interface How { readonly address?: string; readonly query?: string; readonly photo?: Uint8Array; readonly origin?: string }

const formOf = (fields: SentForm, bytes?: Uint8Array): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ token: newFormToken(), said: 'It leaks oil', stopped: 'no', danger: 'no', ...fields })) form.set(name, value)
  form.set('photo', bytes ? new File([new Uint8Array(bytes)], 'leak.jpg', { type: 'image/jpeg' }) : new File([], ''))
  return form
}

async function send(id: string, fields: SentForm = {}, { address = somebody(), query = '', photo: bytes, origin = ORIGIN }: How = {}): Promise<Shown> {
  const headers = from(address)
  headers.set('origin', origin)
  headers.set('host', '127.0.0.1:3000')
  return shown(await door.POST(new Request(`${ORIGIN}/r/${id}${query}`, { method: 'POST', headers, body: formOf(fields, bytes) }), { params: Promise.resolve({ id }) }))
}
const open = async (id: string, address = somebody()): Promise<Shown> => shown(await door.GET(new Request(`${ORIGIN}/r/${id}`, { headers: from(address) }), { params: Promise.resolve({ id }) }))
const follow = async (path: string): Promise<Shown> => {
  const secret = new URL(path, ORIGIN).pathname.slice('/s/'.length)
  return shown(await link.GET(new Request(new URL(path, ORIGIN), { headers: from(somebody()) }), { params: Promise.resolve({ secret }) }))
}

const doorsOf = async (plant: UploadPlant) => (await listDoors(plant.actor('admin'))).flatMap((site) => site.doors)
const idOf = (path: string): string => path.slice('/r/'.length)
const siteDoor = async (plant: UploadPlant): Promise<string> => idOf((await doorsOf(plant)).find((one) => one.asset === null)?.path ?? '')
const setSite = (plant: UploadPlant, isOpen: boolean): Promise<void> => setDoors(plant.actor('admin'), { siteId: plant.siteId, open: isOpen, ...EMERGENCY })
const requests = async (plant: UploadPlant) => (await listOrders(plant.actor('planner'), { source: ['request'] })).items
/** A machine of its own, so that requests of one test are not another's. */
async function machine(plant: UploadPlant, tag: string): Promise<{ assetId: string; id: string }> {
  const assetId = crypto.randomUUID()
  await plant.insert('asset', { id: assetId, site_id: plant.siteId, class_id: plant.classId, parent_id: plant.assetId, tag, name: `Machine ${tag}`, level: 'machine' })
  await addDoor(plant.actor('admin'), { assetId })
  return { assetId, id: idOf((await doorsOf(plant)).find((one) => one.asset?.id === assetId)?.path ?? '') }
}

beforeAll(async () => {
  north = await uploadPlant(database, folder(), 'north')
  south = await uploadPlant(database, folder(), 'south')
  await setSite(north, true)
  await setSite(south, true)
})

describe('a door', () => {
  test('is closed until the site is opened, and closed again answers in the words of one that never was', async () => {
    const id = await siteDoor(south)
    expect((await open(id)).screen).toMatchObject({ kind: 'form', siteName: 'Site', machine: null, emergency: { words: 'Gather at gate 2', phone: '112' } })
    await setSite(south, false)
    const unknown = await open(`${id.slice(0, -4)}AAAA`)
    const nonsense = await open('nonsense')
    const closed = await open(id)
    expect([closed.status, closed.text]).toEqual([unknown.status, unknown.text])
    expect([closed.status, closed.text]).toEqual([nonsense.status, nonsense.text])
    expect(closed.status).toBe(404)
    expect((await send(id)).text).toBe(closed.text)
    await setSite(south, true)
    expect((await open(id)).status).toBe(200)
  })

  test('that was renewed leads nowhere, and its successor opens', async () => {
    const own = await machine(north, 'RN-1')
    const before = (await doorsOf(north)).find((one) => one.path === `/r/${own.id}`)
    await renewDoor(north.actor('admin'), { id: before?.id ?? '' })
    const after = (await doorsOf(north)).find((one) => one.asset?.id === own.assetId)
    expect(after?.path).not.toBe(before?.path)
    expect((await open(own.id)).status).toBe(404)
    expect((await send(own.id)).status).toBe(404)
    expect((await open(idOf(after?.path ?? ''))).screen).toMatchObject({ kind: 'form', machine: { tag: 'RN-1' } })
    await removeDoor(north.actor('admin'), { id: after?.id ?? '' })
    expect((await open(idOf(after?.path ?? ''))).status).toBe(404)
  })

  test('keeps what it shows out of caches, search engines and other pages, and runs nothing', async () => {
    const { headers } = await open(await siteDoor(north))
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('content-security-policy')).toContain(`default-src 'none'`)
    expect(headers.get('content-security-policy')).not.toContain('script-src')
  })

  test('shows nothing of the plant but its site: no machine, no order, no person', async () => {
    const { text } = await open(await siteDoor(north))
    for (const word of ['CT-301', 'Cooling-tower', 'technician', north.orgId, north.assetId]) expect(text).not.toContain(word)
  })

  test('is opened and renewed by administrators only', async () => {
    for (const role of ['planner', 'supervisor', 'technician', 'requester', 'contractor'] as const) {
      await expect(setDoors(north.actor(role), { siteId: north.siteId, open: false, ...EMERGENCY }), role).rejects.toThrow(/does not exist/)
      expect(await listDoors(north.actor(role)), role).toEqual([])
    }
    const [theirs] = await doorsOf(south)
    await expect(renewDoor(north.actor('admin'), { id: theirs?.id ?? '' })).rejects.toThrow(/does not exist/)
    await expect(addDoor(north.actor('admin'), { assetId: south.assetId })).rejects.toThrow(/does not exist/)
  })
})

describe('a report', () => {
  test('becomes a request that waits for approval, with who and both answers, and a link that tells only how far it is', async () => {
    const { id, assetId } = await machine(north, 'RP-1')
    const sent = await send(id, { said: 'Oil under the pump\nsince the morning', stopped: 'yes', name: 'Ann Other', contact: 'ext. 12' })
    expect([sent.status, sent.location]).toEqual([303, expect.stringMatching(/^\/s\/[\w-]{64}\?sent=1/)])
    const order = (await requests(north)).find((one) => one.assetId === assetId)
    expect(order).toMatchObject({ status: 'requested', title: 'Oil under the pump', priority: 2, reported: { name: 'Ann Other', contact: 'ext. 12', stopped: true, danger: false } })
    expect(await reportsOfOrder(north.actor('planner'), order?.id ?? '')).toMatchObject([{ said: 'Oil under the pump\nsince the morning', name: 'Ann Other', joined: false }])
    expect((await getOrder(north.actor('planner'), order?.id ?? '')).history[0]).toMatchObject({ type: 'created', actor: null, data: { guest: 'Ann Other', stopped: true } })

    const received = await follow(sent.location ?? '')
    expect(received.screen).toMatchObject({ kind: 'status', stage: 'received', reason: null, joined: false })
    for (const word of ['Oil', 'Ann', 'RP-1', 'Site', order?.id ?? '', order?.number ?? '', north.orgId]) expect(received.text).not.toContain(word)
    expect(received.headers.get('referrer-policy')).toBe('no-referrer')

    await north.run('planner', order?.id ?? '', { name: 'approve', payload: {} })
    expect((await follow(sent.location ?? '')).screen).toMatchObject({ stage: 'looked-at' })
    await north.run('technician', order?.id ?? '', { name: 'start', payload: {} })
    expect((await follow(sent.location ?? '')).screen).toMatchObject({ stage: 'in-work' })
  })

  test('that is rejected says so, with the reason, until 90 days after', async () => {
    const { id, assetId } = await machine(north, 'RJ-1')
    const { location } = await send(id)
    const order = (await requests(north)).find((one) => one.assetId === assetId)
    await north.run('planner', order?.id ?? '', { name: 'reject', payload: { reason: 'It is meant to drip' } })
    expect((await follow(location ?? '')).screen).toMatchObject({ stage: 'rejected', reason: 'It is meant to drip' })
    const age = (days: number): Promise<unknown> => database.query(`UPDATE work_order_event SET at = now() - $2::int * interval '1 day' WHERE work_order_id = $1 AND to_status = 'rejected'`, [order?.id, days])
    await database.query(`UPDATE public_request SET at = now() - interval '200 days' WHERE work_order_id = $1`, [order?.id])
    await database.query(`UPDATE work_order_event SET at = now() - interval '200 days' WHERE work_order_id = $1`, [order?.id])
    await age(89)
    expect((await follow(location ?? '')).status).toBe(200)
    await age(91)
    expect((await follow(location ?? '')).status).toBe(404)
  })

  test('of danger comes first, is never added to another, and is answered with the emergency words at once', async () => {
    const { id, assetId } = await machine(north, 'DG-1')
    await send(id, { stopped: 'yes' })
    const sent = await send(id, { danger: 'yes' })
    expect(sent).toMatchObject({ status: 200, screen: { kind: 'sent', danger: { words: 'Gather at gate 2', phone: '112' } } })
    expect((await requests(north)).filter((one) => one.assetId === assetId).map(({ priority }) => priority).sort()).toEqual([1, 2])
  })

  test('of a machine that has an open request is added to it, without a word of the other report', async () => {
    const { id, assetId } = await machine(north, 'JN-1')
    await send(id, { said: 'The first words', name: 'First' })
    const second = await send(id, { said: 'The second words', name: 'Second' })
    const mine = (await requests(north)).filter((one) => one.assetId === assetId)
    expect(mine).toHaveLength(1)
    expect((await reportsOfOrder(north.actor('planner'), mine[0]?.id ?? '')).map(({ name, joined }) => [name, joined])).toEqual([['First', false], ['Second', true]])
    const status = await follow(second.location ?? '')
    expect(status.screen).toMatchObject({ stage: 'received', joined: true })
    expect(status.text).not.toContain('First')
  })

  test('sent twice, also at the same time, is one; the same form with other words is another', async () => {
    const { id, assetId } = await machine(north, 'TW-1')
    const token = newFormToken()
    const both = await Promise.all([send(id, { token }), send(id, { token }), send(id, { token })])
    expect(new Set(both.map(({ location }) => location)).size).toBe(1)
    const [order, ...more] = (await requests(north)).filter((one) => one.assetId === assetId)
    expect(more).toEqual([])
    expect(await reportsOfOrder(north.actor('planner'), order?.id ?? '')).toHaveLength(1)
    await send(id, { token, said: 'Something else entirely' })
    expect(await reportsOfOrder(north.actor('planner'), order?.id ?? '')).toHaveLength(2)
  })

  test.each([
    ['as it stands on the label', 'CT-301'],
    ['without its signs and in small letters', 'ct 301'],
  ])('finds its machine by the name %s', async (_, typed) => {
    const plant = await uploadPlant(database, folder(), `typed ${typed}`)
    await setSite(plant, true)
    await send(await siteDoor(plant), { machine: typed })
    expect((await requests(plant)).map(({ assetTag }) => assetTag)).toEqual(['CT-301'])
  })

  test('of a machine that nobody knows goes to the top of the site, with the name as it was written, and answers no differently', async () => {
    const sent = await send(await siteDoor(north), { machine: 'XX-999', said: 'A noise' })
    expect(sent.status).toBe(303)
    const order = (await requests(north)).find(({ title }) => title === 'A noise')
    expect(await reportsOfOrder(north.actor('planner'), order?.id ?? '')).toMatchObject([{ machine: 'XX-999' }])
  })

  test('tells whoever decides about requests', async () => {
    const { id, assetId } = await machine(north, 'TL-1')
    await send(id)
    const order = (await requests(north)).find((one) => one.assetId === assetId)
    const [news] = await database.query<{ payload: { eventId: string; orderId: string; about: 'order' } }>(`SELECT payload FROM outbox WHERE topic = 'news' AND payload->>'orderId' = $1`, [order?.id])
    await tellOf(north.orgId, news!.payload)
    const told = await database.query<{ person_id: string }>(`SELECT person_id FROM notification WHERE org_id = $1 AND kind = 'order-requested' AND subject_id = $2`, [north.orgId, order?.id])
    expect(told.map((row) => row.person_id)).toContain(north.people.planner)
  })

  test('is on record as of somebody without an account', async () => {
    const { id, assetId } = await machine(north, 'AU-1')
    await send(id)
    const order = (await requests(north)).find((one) => one.assetId === assetId)
    const rows = await database.query<{ action: string; actor_type: string }>(`SELECT action, actor_type FROM audit WHERE entity_id = $1 ORDER BY action`, [order?.id])
    expect(rows).toEqual([{ action: 'public-request.file', actor_type: 'guest' }, { action: 'work-order.created', actor_type: 'guest' }])
  })
})

describe('what is not taken', () => {
  test.each<[string, SentForm, readonly string[]]>([
    ['nothing said', { said: ' ' }, ['said']],
    ['no answer to either question', { stopped: '', danger: '' }, ['stopped', 'danger']],
    ['an answer that was not offered', { danger: 'maybe' }, ['danger']],
    ['a field that programs fill', { website: 'http://spam.example' }, ['trap']],
    ['more than can be said', { said: 'x'.repeat(2001) }, ['said']],
  ])('%s is shown again with what was typed', async (_, fields, issues) => {
    const before = (await requests(north)).length
    const id = await siteDoor(north)
    const sent = await send(id, { name: 'Kept', ...fields })
    expect(sent).toMatchObject({ status: 422, screen: { kind: 'form', issues, values: { name: 'Kept' } } })
    expect((await requests(north)).length).toBe(before)
  })

  test('a form of another site\'s page', async () => {
    expect(await send(await siteDoor(north), {}, { origin: 'https://evil.example' })).toMatchObject({ status: 403, screen: { issues: ['foreign'] } })
  })

  test('more than an address may send, whoever\'s it is; another address may', async () => {
    const { id } = await machine(north, 'RL-1')
    const address = somebody()
    const answers = []
    for (let i = 0; i < 14; i++) answers.push((await send(id, {}, { address })).status)
    expect(answers.filter((status) => status === 303)).toHaveLength(12)
    const refused = await send(id, {}, { address })
    expect(refused).toMatchObject({ status: 429, screen: { kind: 'wait', emergency: { phone: '112' } } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await send(id)).status).toBe(303)
  })

  test('more than a site takes in a day, also after a restart', async () => {
    const plant = await uploadPlant(database, folder(), 'flooded')
    await setSite(plant, true)
    const id = await siteDoor(plant)
    await send(id)
    await database.query(
      `INSERT INTO public_request (org_id, id, site_id, door_id, work_order_id, said, stopped, danger, locale, joined, secret_hash, at)
       SELECT org_id, gen_random_uuid(), site_id, door_id, work_order_id, said, stopped, danger, locale, joined, gen_random_uuid()::text, at FROM public_request, generate_series(1, 500) WHERE org_id = $1`, [plant.orgId])
    expect(await send(id)).toMatchObject({ status: 429, screen: { kind: 'wait' } })
  })
})

describe('a photo', () => {
  test('hangs at the request, made anew without the place it was taken at', async () => {
    const { id, assetId } = await machine(north, 'PH-1')
    const script = '<script>alert(1)</script>'
    expect((await send(id, { name: 'Ann' }, { photo: await photoWithPlace(script) })).status).toBe(303)
    const order = (await requests(north)).find((one) => one.assetId === assetId)
    const files = (): ReturnType<typeof listAttachments> => listAttachments(north.actor('planner'), { entity: 'work-order', entityId: order?.id ?? '' })
    const [file] = await files()
    expect(file).toMatchObject({ kind: 'photo', state: 'checking', linkedBy: null, guest: 'Ann' })
    await checkAttachment({ orgId: north.orgId, id: file?.id ?? '' })
    expect(await files()).toMatchObject([{ state: 'ready', mediaType: 'image/jpeg' }])
    const bytes = Buffer.from(await (await read(await north.person('planner'), file?.id ?? '')).arrayBuffer())
    expect(bytes.includes('SecretCamera') || bytes.includes(script)).toBe(false)
    expect((await read(await south.person('planner'), file?.id ?? '')).status).toBe(404)
  })

  test.each<[string, () => Buffer | Promise<Buffer>, object]>([
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), { issues: ['photo-refused'], refusal: 'markup' }],
    ['a picture with scripts', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), { issues: ['photo-refused'], refusal: 'markup' }],
    ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(58), Buffer.from([0x40, 0, 0, 0]), Buffer.from('PE\0\0'), Buffer.alloc(200)]), { issues: ['photo-refused'], refusal: 'program' }],
    ['a format not every device shows', () => Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from('ftypheic'), Buffer.alloc(4), Buffer.from('mif1heic'), Buffer.alloc(64)]), { issues: ['photo-refused'], refusal: 'heic' }],
    ['words', () => Buffer.from('4,2 mm/s'), { issues: ['photo-refused'], refusal: 'not-for-kind' }],
    ['more than 15 MB', () => Buffer.alloc(16 * 1024 * 1024, 1), { issues: ['photo-too-large'] }],
    ['more than is read at all', () => Buffer.alloc(33 * 1024 * 1024, 1), { issues: ['too-large'] }],
  ])('that is %s is refused at once, and what was typed stays', async (_, bytes, expected) => {
    const before = (await requests(north)).length
    const sent = await send(await siteDoor(north), {}, { photo: await bytes() })
    expect(sent.status).toBeGreaterThanOrEqual(413)
    expect(sent.screen).toMatchObject({ kind: 'form', ...expected })
    expect((await requests(north)).length).toBe(before)
  })

  test('that claims to be gigabytes is refused where it is checked', async () => {
    const { id, assetId } = await machine(north, 'BM-1')
    await send(id, {}, { photo: hugePng(20_000, 20_000) })
    const order = (await requests(north)).find((one) => one.assetId === assetId)
    const files = (): ReturnType<typeof listAttachments> => listAttachments(north.actor('planner'), { entity: 'work-order', entityId: order?.id ?? '' })
    await checkAttachment({ orgId: north.orgId, id: (await files())[0]?.id ?? '' })
    expect(await files()).toMatchObject([{ state: 'refused', reason: 'too-many-pixels' }])
  })

  test('of a form that was sent twice hangs once', async () => {
    const { id, assetId } = await machine(north, 'PT-1')
    const token = newFormToken()
    const bytes = await photo(200, 100)
    await send(id, { token }, { photo: bytes })
    await send(id, { token }, { photo: bytes })
    const order = (await requests(north)).find((one) => one.assetId === assetId)
    expect(await listAttachments(north.actor('planner'), { entity: 'work-order', entityId: order?.id ?? '' })).toHaveLength(1)
  })
})

describe('on a screen for many', () => {
  test('the answer leads nowhere else, so that no link stays in its history', async () => {
    const sent = await send(await siteDoor(south), {}, { query: '?kiosk=1' })
    expect(sent).toMatchObject({ status: 200, location: null, screen: { kind: 'sent', danger: null } })
  })
})

describe('between organizations', () => {
  let east: UploadPlant
  beforeAll(async () => {
    east = await uploadPlant(database, folder(), 'east')
    await setSite(east, true)
  })

  test('an address or a link with another organization\'s name in it opens nothing', async () => {
    const [mine, theirs] = [await siteDoor(east), await siteDoor(south)]
    const mixed = Buffer.concat([Buffer.from(theirs, 'base64url').subarray(0, 16), Buffer.from(mine, 'base64url').subarray(16)]).toString('base64url')
    expect((await open(mixed)).status).toBe(404)
    expect((await send(mixed)).status).toBe(404)
    const { location } = await send(mine, { said: 'Only ours' })
    const secret = (location ?? '').slice('/s/'.length).split('?')[0] ?? ''
    const other = Buffer.concat([Buffer.from(theirs, 'base64url').subarray(0, 16), Buffer.from(secret, 'base64url').subarray(16)]).toString('base64url')
    expect((await follow(`/s/${other}`)).status).toBe(404)
    expect((await follow(`/s/${secret}`)).status).toBe(200)
    expect((await requests(south)).some(({ title }) => title === 'Only ours')).toBe(false)
  })

  test('the reports of an order are shown to nobody elsewhere', async () => {
    const [order] = await requests(east)
    await expect(reportsOfOrder(south.actor('admin'), order?.id ?? '')).rejects.toThrow(/does not exist/)
  })

  test('no secret of a link is stored', async () => {
    const { location } = await send(await siteDoor(east), { said: 'Where is it kept' })
    const secret = (location ?? '').slice('/s/'.length).split('?')[0] ?? ''
    const rows = await database.query<{ text: string }>(`SELECT p::text AS text FROM public_request p UNION ALL SELECT a::text FROM audit a UNION ALL SELECT o::text FROM outbox o UNION ALL SELECT w::text FROM work_order w`)
    expect(secret).toHaveLength(64)
    expect(rows.filter(({ text }) => text.includes(secret) || text.includes(secret.slice(22))).length).toBe(0)
    expect(rows.length).toBeGreaterThan(10)
  })
})
