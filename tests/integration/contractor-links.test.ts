import { beforeAll, describe, expect, test } from 'vitest'
import { contractorFile, contractorLink } from '#server/api/public/contractor-link.ts'
import type { ContractorScreen } from '#server/core/public/contractor-screen.ts'
import { checkAttachment, listAttachments } from '#server/modules/attachments/index.ts'
import { listContractorLinks, makeContractorLink, revokeContractorLink } from '#server/modules/contractors/index.ts'
import { markPeer } from '#server/platform/peer.ts'
import { newId } from '#server/platform/ids.ts'
import { pdf, photo } from './support/make-files.ts'
import { uploadPlant, useUploads, type UploadPlant } from './support/upload-plant.ts'

const { database, folder } = useUploads()
const ORIGIN = 'http://127.0.0.1:3000'
// What would be drawn is given back as it is, so that a test reads what is shown and not how.
const link = contractorLink((screen: ContractorScreen) => Promise.resolve(JSON.stringify(screen)))

let north: UploadPlant
let south: UploadPlant
let addresses = 0

function headers(): Headers {
  const plain: Record<string, string> = {}
  markPeer({ headers: plain }, `10.8.${Math.floor(addresses / 250)}.${(addresses++ % 250) + 1}`)
  return new Headers({ ...plain, origin: ORIGIN, host: '127.0.0.1:3000' })
}
const secretOf = (path: string): string => path.slice('/c/'.length)
const context = (path: string) => ({ params: Promise.resolve({ secret: secretOf(path) }) })

async function open(path: string): Promise<{ status: number; text: string; screen: ContractorScreen }> {
  const response = await link.GET(new Request(`${ORIGIN}${path}`, { headers: headers() }), context(path))
  const text = await response.text()
  return { status: response.status, text, screen: JSON.parse(text) as ContractorScreen }
}
async function say(path: string, fields: Readonly<Record<string, string>>, files: readonly File[] = []): Promise<{ status: number; screen: ContractorScreen | null }> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ op: newId(), text: '', ...fields })) form.set(name, value)
  for (const file of files) form.append('files', file)
  const response = await link.POST(new Request(`${ORIGIN}${path}`, { method: 'POST', headers: headers(), body: form }), context(path))
  const text = await response.text()
  return { status: response.status, screen: text === '' ? null : (JSON.parse(text) as ContractorScreen) }
}
const file = (path: string, id: string): Promise<Response> =>
  contractorFile(new Request(`${ORIGIN}${path}/files/${id}`, { headers: headers() }), { params: Promise.resolve({ secret: secretOf(path), id }) })

const makeFor = async (plant: UploadPlant, days = 7): Promise<{ orderId: string; id: string; path: string }> => {
  const orderId = await plant.order('technician', { title: `Order ${newId()}` })
  return { orderId, ...(await makeContractorLink(plant.actor('planner'), { orderId, name: 'A. Weber', days })) }
}
const actsOf = (orderId: string) => database.query<{ action: string; actor_id: string; after: { name?: string; guest?: string } }>(
  `SELECT action, actor_id, after FROM audit WHERE entity_id = $1 AND actor_type = 'guest' ORDER BY at, id`, [orderId])

beforeAll(async () => {
  north = await uploadPlant(database, folder(), 'north')
  south = await uploadPlant(database, folder(), 'south')
})

describe('a contractor\'s link', () => {
  test('opens its order with its safety and documents, and every look is on record under the contractor\'s name', async () => {
    const { orderId, id, path } = await makeFor(north)
    const { status, screen } = await open(path)
    expect(status).toBe(200)
    expect(screen).toMatchObject({ kind: 'order', order: { name: 'A. Weber', machine: { tag: 'CT-301' }, stage: 'received', permits: [], isolation: null } })
    expect(await actsOf(orderId)).toEqual([{ action: 'contractor.view', actor_id: id, after: { name: 'A. Weber' } }])
    const [row] = await listContractorLinks(north.actor('planner'), orderId)
    expect(row).toMatchObject({ state: 'open', name: 'A. Weber', doneAt: null })
    expect(row?.lastUsedAt).not.toBeNull()
  })

  test('shows nothing of other orders, nor who works in the plant', async () => {
    const other = await north.order('technician', { title: 'A secret order' })
    const { path } = await makeFor(north)
    const { text } = await open(path)
    for (const word of ['A secret order', other, north.orgId, north.people.planner, 'planner']) expect(text).not.toContain(word)
  })

  test('that has expired, was revoked or never was answers in the same words, and takes nothing', async () => {
    const [expired, revoked] = [await makeFor(north, 1), await makeFor(north)]
    await database.query(`UPDATE contractor_link SET expires_at = now() - interval '1 second' WHERE id = $1`, [expired.id])
    await revokeContractorLink(north.actor('planner'), revoked.id)
    const unknown = await open(`${expired.path.slice(0, -4)}AAAA`)
    for (const { path, orderId } of [expired, revoked]) {
      const { status, text } = await open(path)
      expect([status, text]).toEqual([404, unknown.text])
      expect((await say(path, { text: 'Still here' })).status).toBe(404)
      expect((await north.get(orderId)).history.map(({ type }) => type)).not.toContain('commented')
    }
    expect((await listContractorLinks(north.actor('planner'), revoked.orderId))[0]).toMatchObject({ state: 'revoked' })
  })

  test('takes words once however often they are sent, and the history names the contractor', async () => {
    const { orderId, id, path } = await makeFor(north)
    const op = newId()
    expect((await say(path, { op, text: 'The seal was cut' })).status).toBe(303)
    expect((await say(path, { op, text: 'The seal was cut' })).status).toBe(303)
    const said = (await north.get(orderId)).history.filter(({ type }) => type === 'commented')
    expect(said).toMatchObject([{ actor: null, data: { guest: 'A. Weber', guestId: id, text: 'The seal was cut' } }])
    expect((await open(path)).screen).toMatchObject({ order: { said: [{ text: 'The seal was cut' }] } })
    expect((await actsOf(orderId)).filter(({ action }) => action === 'contractor.say')).toHaveLength(1)
  })

  test('lets a contractor say that he is done, which closes nothing', async () => {
    const { orderId, path } = await makeFor(north)
    const before = (await north.get(orderId)).order.status
    expect((await say(path, { done: 'yes' })).status).toBe(303)
    expect((await north.get(orderId)).order.status).toBe(before)
    expect((await listContractorLinks(north.actor('planner'), orderId))[0]?.doneAt).not.toBeNull()
  })

  test.each<[string, Readonly<Record<string, string>>, () => Promise<File[]> | File[], string]>([
    ['nothing', {}, () => [], 'empty'],
    ['a page', { text: 'Kept' }, () => [new File(['<!doctype html><script>alert(1)</script>'], 'report.pdf')], 'file-refused'],
    ['six files', { text: 'Kept' }, () => Array.from({ length: 6 }, (_, i) => new File(['words'], `${i}.txt`)), 'too-many-files'],
    ['more than 15 MB', { text: 'Kept' }, () => [new File([Buffer.alloc(16 * 1024 * 1024, 1)], 'big.bin')], 'files-too-large'],
  ])('does not take %s, and keeps the words', async (_, fields, files, issue) => {
    const { orderId, path } = await makeFor(north)
    const { status, screen } = await say(path, fields, await files())
    expect(status).toBe(422)
    expect(screen).toMatchObject({ kind: 'order', issue, text: fields['text'] ?? '' })
    expect((await north.get(orderId)).history.map(({ type }) => type)).not.toContain('commented')
    expect(await listAttachments(north.actor('planner'), { entity: 'work-order', entityId: orderId })).toEqual([])
  })
})

describe('files', () => {
  test('that a contractor sends are checked like any other, and he reads them; those of another order he does not', async () => {
    const { orderId, path } = await makeFor(north)
    const other = await makeFor(north)
    await say(path, { text: 'Two files' }, [new File([new Uint8Array(await photo(300, 200))], 'leak.jpg', { type: 'image/jpeg' }), new File([new Uint8Array(pdf())], 'report.pdf', { type: 'application/pdf' })])
    const rows = await listAttachments(north.actor('planner'), { entity: 'work-order', entityId: orderId })
    expect(rows.map(({ name, kind, guest }) => [name, kind, guest])).toEqual([['leak.jpg', 'photo', 'A. Weber'], ['report.pdf', 'file', 'A. Weber']])
    for (const { id } of rows) await checkAttachment({ orgId: north.orgId, id })
    for (const { id } of rows) {
      expect((await file(path, id)).status).toBe(200)
      expect((await file(other.path, id)).status).toBe(404)
      expect((await file((await makeFor(south)).path, id)).status).toBe(404)
    }
    expect((await actsOf(orderId)).filter(({ action }) => action === 'contractor.file')).toHaveLength(2)
    await revokeContractorLink(north.actor('planner'), (await listContractorLinks(north.actor('planner'), orderId))[0]?.id ?? '')
    expect((await file(path, rows[0]?.id ?? '')).status).toBe(404)
  })
})

describe('links are made', () => {
  test.each(['technician', 'requester', 'contractor', 'manager', 'storekeeper'] as const)('not by a %s', async (role) => {
    const { orderId, id } = await makeFor(north)
    await expect(makeContractorLink(north.actor(role), { orderId, name: 'Me', days: 1 })).rejects.toThrow(/role|does not exist/)
    await expect(listContractorLinks(north.actor(role), orderId)).rejects.toThrow(/role|does not exist/)
    await expect(revokeContractorLink(north.actor(role), id)).rejects.toThrow(/role|does not exist/)
  })

  test('for orders of one\'s own organization only, and a link with another organization\'s name opens nothing', async () => {
    const { orderId, id, path } = await makeFor(south)
    await expect(makeContractorLink(north.actor('admin'), { orderId, name: 'Me', days: 1 })).rejects.toThrow(/does not exist/)
    await expect(revokeContractorLink(north.actor('admin'), id)).rejects.toThrow(/does not exist/)
    const mine = secretOf((await makeFor(north)).path)
    const mixed = Buffer.concat([Buffer.from(mine, 'base64url').subarray(0, 16), Buffer.from(secretOf(path), 'base64url').subarray(16)]).toString('base64url')
    expect((await open(`/c/${mixed}`)).status).toBe(404)
  })

  test('without their secret being stored', async () => {
    const { path } = await makeFor(north)
    const rows = await database.query<{ text: string }>('SELECT c::text AS text FROM contractor_link c UNION ALL SELECT a::text FROM audit a UNION ALL SELECT e::text FROM work_order_event e')
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.filter(({ text }) => text.includes(secretOf(path).slice(22))).length).toBe(0)
  })
})
