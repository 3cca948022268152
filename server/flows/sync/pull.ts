import * as z from 'zod'
import { AppError } from '#server/core/kernel/errors.ts'
import { siteScope, type Grant, type PersonActor } from '#server/core/people/actor.ts'
import type { TabletShift } from '#server/core/handover/on-tablet.ts'
import type { TabletSafety } from '#server/core/isolation/on-tablet.ts'
import { listAttachmentsIn, type AttachmentRow } from '#server/modules/attachments/index.ts'
import { tabletAssets, type TabletAssets } from '#server/modules/assets/index.ts'
import { shiftForTablet } from '#server/modules/handover/index.ts'
import { safetyStamps } from '#server/modules/isolation/index.ts'
import { deviceName, renameDevice, type Device } from '#server/modules/tablets/index.ts'
import { orderViewIn, tabletParts, tabletScope, type ScopedOrder, type TabletParts, type WorkOrderView } from '#server/modules/work-orders/index.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { safetyFor } from './safety.ts'

const PAGE = 25

/** pullInput parses what a tablet has already: the stamps of its orders by id, and of its assets. */
export const pullInput = z.object({
  personId: z.uuid(),
  /** What the tablet is called now; left out, its name stays. */
  name: deviceName.optional(),
  have: z.record(z.uuid(), z.string().max(100)).default({}),
  /** Orders on which something of the tablet waits or asks: it goes on hearing of them, though they are over. */
  keep: z.array(z.uuid()).max(500).optional(),
  assets: z.string().max(40).nullable().default(null),
  /** The stamp of the stores' list that it has. */
  parts: z.string().max(60).nullable().optional(),
  /** The stamp of what it has for the change of shifts. */
  shift: z.string().max(40).optional(),
})

/** TabletOrder is an order's page as a tablet keeps it. */
export interface TabletOrder extends WorkOrderView {
  /** What is attached to it; the bytes are asked for when they are looked at. */
  readonly files: readonly AttachmentRow[]
  readonly stamp: string
  readonly mine: boolean
  /** Isolation and permits; null where the order and its machine have neither. */
  readonly safety: TabletSafety | null
}

/** Pulled is what a tablet did not have yet; `more` says that there is more to fetch. */
export interface Pulled {
  readonly wipe: boolean
  readonly at: string
  readonly person: { readonly id: string; readonly name: string; readonly locale: string; readonly orgId: string; readonly grants: readonly Grant[] }
  /** Everything the person's tablet keeps: what is not listed goes, unless work on it waits to be sent. */
  readonly scope: readonly ScopedOrder[]
  readonly orders: readonly TabletOrder[]
  readonly more: boolean
  /** null when the tablet has them already. */
  readonly assets: TabletAssets | null
  /** The stores' list; null when the tablet has it already. */
  readonly parts: TabletParts | null
  /** Handovers, temporary repairs and machines with alarms; null when the tablet has them already. */
  readonly shift: TabletShift | null
}

/** personOn finds the active person of a device; 'forbidden' when he has not signed in on it or has left. */
function personOn(device: Device, personId: string): { actor: PersonActor; locale: string } {
  const found = device.people.find(({ actor }) => actor.personId === personId)
  if (!found || found.deactivatedAt !== null) throw new AppError('forbidden', 'This person has not signed in on this device, or has left.', { personId })
  return found
}

/** The orders that a person's tablet keeps, with stamps that change with their safety too; guarded are those that have any. */
async function scopeOf(tx: Tx, actor: PersonActor, keep: readonly string[] | undefined): Promise<{ scope: ScopedOrder[]; guarded: ReadonlySet<string> }> {
  const orders = await tabletScope(tx, actor.personId, siteScope(actor, 'work-order.execute'), keep)
  const stamps = await safetyStamps(tx, orders.map(({ id }) => id))
  return { scope: orders.map((order) => ({ ...order, stamp: [order.stamp, stamps.get(order.id)].filter(Boolean).join('.') })), guarded: new Set(stamps.keys()) }
}

async function readOrders(tx: Tx, actor: PersonActor, changed: readonly ScopedOrder[], guarded: ReadonlySet<string>): Promise<TabletOrder[]> {
  const orders: TabletOrder[] = []
  for (const { id, stamp, mine } of changed) {
    const view = await orderViewIn(tx, actor, id)
    if (view) orders.push({ ...view, stamp, mine, safety: null, files: await listAttachmentsIn(tx, actor, { entity: 'work-order', entityId: id }) })
  }
  const safety = await safetyFor(tx, orders.filter(({ order }) => guarded.has(order.id)).map(({ order, asset }) => ({ id: order.id, number: order.number, assetId: asset.id })))
  return orders.map((order) => ({ ...order, safety: safety.get(order.order.id) ?? null }))
}

/** pullForTablet gives a person's tablet what changed since it asked last: orders with all that their pages show, and the plant's positions. */
export async function pullForTablet(device: Device, input: z.output<typeof pullInput>): Promise<Pulled> {
  const { actor, locale } = personOn(device, input.personId)
  const person = { id: actor.personId, name: actor.name, locale, orgId: device.orgId, grants: actor.grants }
  return withTenant(device.orgId, async (tx) => {
    if (input.name !== undefined && input.name !== device.name) await renameDevice(tx, device.id, input.name)
    const { scope, guarded } = await scopeOf(tx, actor, input.keep)
    const changed = scope.filter((order) => input.have[order.id] !== order.stamp)
    const orders = await readOrders(tx, actor, changed.slice(0, PAGE), guarded)
    const assets = await tabletAssets(tx, siteScope(actor, 'asset.read'), input.assets)
    const parts = await tabletParts(tx, actor, input.parts ?? null)
    const shift = await shiftForTablet(tx, actor, input.shift)
    return { wipe: false, at: now().toISOString(), person, scope, orders, more: changed.length > PAGE, assets, parts, shift }
  })
}
