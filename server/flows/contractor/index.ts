import type { ContractorOrder } from '#server/core/public/contractor-screen.ts'
import { stageOf } from '#server/core/public/stage.ts'
import type { SystemActor } from '#server/core/people/actor.ts'
import { workOrderStatus } from '#server/core/work-orders/enums.ts'
import { attachGuestFile, isAttachedTo, listAttachmentsIn, type GuestFile } from '#server/modules/attachments/index.ts'
import { noteLinkUsed, withLink, type OpenLink } from '#server/modules/contractors/index.ts'
import { isolationOfOrder } from '#server/modules/isolation/index.ts'
import { permitsOfOrder } from '#server/modules/permits/index.ts'
import * as workOrders from '#server/modules/work-orders/index.ts'
import { writeAudit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db.ts'

// What belongs to the order is read by us, for the one order that the link names.
const reader = (link: OpenLink): SystemActor => ({ type: 'system', orgId: link.guest.orgId })

const saidBy = (link: OpenLink, history: workOrders.WorkOrderView['history']): ContractorOrder['said'] =>
  history.flatMap(({ at, data }) => (data['guestId'] === link.guest.guestId && typeof data['text'] === 'string' && data['text'] !== '' ? [{ at, text: data['text'] }] : []))

async function read(tx: Tx, link: OpenLink): Promise<ContractorOrder | null> {
  const system = reader(link)
  const view = await workOrders.orderViewIn(tx, system, link.orderId)
  if (!view) return null
  const safety = await isolationOfOrder(tx, system, link.orderId)
  const { order, asset, site, tasks, history } = view
  return {
    name: link.guest.name, expiresAt: link.expiresAt, doneAt: link.doneAt, zone: site.timeZone, number: order.number, title: order.title, description: order.description,
    stage: stageOf(workOrderStatus.parse(order.status)), machine: { tag: asset.tag, name: asset.name },
    steps: tasks.map(({ title, doneAt }) => ({ title, done: doneAt !== null })),
    isolation: safety.isolation, plan: safety.plan, permits: await permitsOfOrder(tx, system, { id: link.orderId, siteId: link.siteId }),
    files: await listAttachmentsIn(tx, system, { entity: 'work-order', entityId: link.orderId }), said: saidBy(link, history),
  }
}

/** showToContractor opens a contractor's link and keeps that he looked; null when it does not open. */
export const showToContractor = (secret: string): Promise<ContractorOrder | null> => withLink(secret, async (tx, link) => {
  const order = await read(tx, link)
  if (order) await noteLinkUsed(tx, link, false)
  await writeAudit(tx, { actor: link.guest, action: 'contractor.view', entity: 'work-order', entityId: link.orderId, after: { name: link.guest.name } })
  return order
})

/** ContractorWord is what a contractor says: words, files, and whether he says that the work is done, which is a proposal and changes no state. */
export interface ContractorWord {
  readonly opId: string
  readonly text: string
  readonly done: boolean
  readonly files: readonly GuestFile[]
}

/** hearContractor takes in what a contractor says of his order, once however often it is sent; 'known' when it was sent before, null when the link does not open. */
export const hearContractor = (secret: string, word: ContractorWord): Promise<'new' | 'known' | null> => withLink(secret, async (tx, link) => {
  const { guest, orderId, siteId } = link
  const at = await workOrders.databaseClock(tx)
  const data = { guest: guest.name, guestId: guest.guestId, text: word.text, contractorDone: word.done, files: word.files.map(({ name }) => name) }
  if (!(await workOrders.noteGuest(tx, orderId, word.opId, data, at))) return 'known'
  for (const file of word.files) await attachGuestFile(tx, file, { entity: 'work-order', entityId: orderId, siteId, guest: guest.name, at })
  await noteLinkUsed(tx, link, word.done)
  await writeAudit(tx, { actor: guest, action: word.done ? 'contractor.done' : 'contractor.say', entity: 'work-order', entityId: orderId, after: { ...data, fileIds: word.files.map(({ id }) => id) } })
  return 'new'
})

/** fileForContractor tells whose file a link may open: the organization, when it hangs at the link's own order; null otherwise. */
export const fileForContractor = (secret: string, fileId: string): Promise<SystemActor | null> => withLink(secret, async (tx, link) => {
  if (!(await isAttachedTo(tx, fileId, { entity: 'work-order', entityId: link.orderId }))) return null
  await noteLinkUsed(tx, link, false)
  await writeAudit(tx, { actor: link.guest, action: 'contractor.file', entity: 'work-order', entityId: link.orderId, after: { name: link.guest.name, fileId } })
  return reader(link)
})
