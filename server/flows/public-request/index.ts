import { AppError } from '#server/core/kernel/errors.ts'
import { DAY_MS } from '#server/core/kernel/time.ts'
import type { GuestActor } from '#server/core/people/actor.ts'
import { REPORTS_A_DAY } from '#server/core/public/limits.ts'
import { joins, reportPriority, reportTitle, sameMachine, type Report } from '#server/core/public/report.ts'
import { attachGuestFile, type GuestFile } from '#server/modules/attachments/index.ts'
import * as reports from '#server/modules/public-requests/index.ts'
import type { OpenDoor } from '#server/modules/public-requests/index.ts'
import * as workOrders from '#server/modules/work-orders/index.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { hashLink, secretOfForm } from '#server/platform/public-address.ts'
import { violatedIndex } from '#server/platform/unique-violation.ts'

/** Sent is a form that was sent at a door. */
export interface Sent {
  readonly publicId: string
  readonly token: string
  readonly report: Report
  readonly locale: string
  readonly photo: GuestFile | null
}

/** Filed is a report that was taken in, under a link that tells what becomes of it. */
export interface Filed {
  readonly secret: string
  /** False when this form had been sent before: its photo is not needed. */
  readonly isNew: boolean
  readonly orderId: string | null
}

const AGAIN = new Set(['work_order_org_id_idempotency_key_key', 'public_request_org_id_secret_hash_key'])

/** The machine that is meant, and whether it is known: otherwise the site's top position takes the report, and the words from the label stand on it. */
async function placeOf(tx: Tx, door: OpenDoor, report: Report): Promise<Place> {
  const named = door.machine?.id ?? (report.machine === null ? null : await reports.machineByTag(tx, door.siteId, sameMachine(report.machine)))
  const assetId = named ?? (await reports.topOfSite(tx, door.siteId))
  if (assetId === null) throw new AppError('unavailable', 'This site has no machines yet.')
  return { assetId, known: named !== null }
}

interface Place { readonly assetId: string; readonly known: boolean }

async function orderOf(tx: Tx, guest: GuestActor, report: Report, place: Place, secretHash: string, at: Date): Promise<{ id: string; joined: boolean }> {
  const told = { guest: guest.name ?? '', text: report.said, stopped: report.stopped, danger: report.danger }
  const open = place.known ? await workOrders.openRequestOf(tx, place.assetId) : null
  if (open && joins(report, open)) {
    await workOrders.noteReport(tx, open, told, at)
    return { id: open.id, joined: true }
  }
  const title = reportTitle(report.said)
  const made = await workOrders.createOrder(tx, guest, {
    source: 'request', kind: 'corrective', assetId: place.assetId, priority: reportPriority(report), title, description: report.said === title ? null : report.said, text: null,
    failureMode: null, incidentKey: null, incidentId: null, ruleId: null, ruleVersionId: null, followUpOf: null, approved: false,
    idempotencyKey: `public:${secretHash}`, opId: null, data: { guest: guest.name ?? '', stopped: report.stopped, danger: report.danger }, at,
  })
  return { id: made.id, joined: false }
}

async function fileIn(tx: Tx, { publicId, token, report, locale, photo }: Sent): Promise<Filed> {
  const door = await reports.openDoorIn(tx, publicId)
  if (!door) throw new AppError('not-found', 'No requests are taken at this address.')
  const secret = secretOfForm(tx.orgId, token, JSON.stringify([publicId, report]))
  const secretHash = hashLink(secret)
  await reports.lockPlace(tx, door.siteId)
  if (await reports.hasRequest(tx, secretHash)) return { secret, isNew: false, orderId: null }
  const at = await workOrders.databaseClock(tx)
  if ((await reports.requestsSince(tx, door.siteId, new Date(at.getTime() - DAY_MS))) >= REPORTS_A_DAY) throw new AppError('too-many', 'Too many requests were sent here today.')
  const id = newId()
  const guest: GuestActor = { type: 'guest', orgId: tx.orgId, guestId: id, name: report.name }
  const place = await placeOf(tx, door, report)
  const order = await orderOf(tx, guest, report, place, secretHash, at)
  const machine = place.known ? null : report.machine
  await reports.insertRequest(tx, { ...report, id, siteId: door.siteId, doorId: door.id, workOrderId: order.id, machine, locale, joined: order.joined, secretHash, at })
  if (photo) await attachGuestFile(tx, photo, { entity: 'work-order', entityId: order.id, siteId: door.siteId, guest: report.name ?? '', at })
  await writeAudit(tx, { actor: guest, action: 'public-request.file', entity: 'work-order', entityId: order.id, after: { doorId: door.id, joined: order.joined, photo: photo?.id ?? null } })
  return { secret, isNew: true, orderId: order.id }
}

/**
 * fileReport takes in what somebody without an account says, in one transaction: as a request that waits for approval, or added to the one that is open on the
 * machine. The same form again changes nothing and has the same link. 'not-found' when the door is closed, 'too-many' when the site was told too much today.
 */
export async function fileReport(orgId: string, sent: Sent): Promise<Filed> {
  try {
    return await withTenant(orgId, (tx) => fileIn(tx, sent))
  } catch (error) {
    if (!AGAIN.has(violatedIndex(error) ?? '')) throw error
    // The same form came twice at once: the other one is committed now, and this one finds it.
    return withTenant(orgId, (tx) => fileIn(tx, sent))
  }
}
