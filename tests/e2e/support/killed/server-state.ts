import { withTenant } from '#server/platform/db.ts'
import { ask, type Asker } from '../api.ts'
import { inInstallation } from '../busy-line.ts'
import type { PlannedOrder } from '../planned-order.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/gu
// A photo is called by when it was taken.
const PHOTO = /photo-[\d-]+\.jpg/gu
/** How long something took differs from run to run. */
const DURATIONS = new Set(['hours', 'labourHours'])
const PARTS_OF_VIEW = ['order', 'tasks', 'parts', 'kit', 'labour', 'history', 'downtime', 'links', 'secondRecord'] as const

/** ServerState is all that the server holds of an order, in lines that are the same for two orders on which the same was done. */
export type ServerState = Readonly<Record<string, readonly string[]>>

interface Held {
  readonly files: readonly { readonly id: string; readonly sha256: string; readonly size: number; readonly state: string }[]
  readonly operations: readonly { readonly kind: string; readonly name: string | null; readonly outcome: string }[]
}

const heldOf = (orgId: string, orderId: string, ids: readonly string[]): Promise<Held> =>
  inInstallation(() => withTenant(orgId, async (tx) => ({
    files: await tx.db.attachment.findMany({ where: { orgId, id: { in: [...ids] } }, select: { id: true, sha256: true, size: true, state: true } }),
    operations: await tx.exec.query<Held['operations'][number]>(
      `SELECT kind, payload->>'name' AS name, outcome FROM applied_op WHERE org_id = $1::uuid AND entity_id = $2::uuid`, [orgId, orderId]),
  })))

/**
 * stateOf reads what the server holds of an order. Names that differ between two orders are replaced: photos by the hash and size of their bytes, other
 * ids, times and numbers by what they are; lists stand in a fixed order.
 */
export async function stateOf(asker: Asker, orgId: string, order: PlannedOrder): Promise<ServerState> {
  const view = await ask<Record<(typeof PARTS_OF_VIEW)[number], unknown>>(asker, 'workOrders.get', { id: order.id })
  const ids = [...new Set(JSON.stringify(view).match(UUID))]
  const { files, operations } = await heldOf(orgId, order.id, ids)
  const photos = new Map(files.map(({ id, sha256, size, state }) => [id, `${state} ${sha256} of ${size} bytes`]))
  const words = (value: unknown): string =>
    JSON.stringify(value, (key, part: unknown) => (DURATIONS.has(key) ? undefined : part))
      .replaceAll(UUID, (id) => photos.get(id) ?? 'id').replaceAll(TIME, 'time').replaceAll(PHOTO, 'photo').replaceAll(order.number, 'number')
  const lines = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(words).toSorted()
  return {
    ...Object.fromEntries(PARTS_OF_VIEW.map((part) => [part, lines(view[part])])),
    photos: [...photos.values()].toSorted(),
    operations: operations.map(({ kind, name, outcome }) => `${kind} ${name}: ${outcome}`).toSorted(),
  }
}

/** What the first list has more of than the second. */
function surplus(of: readonly string[], over: readonly string[]): string[] {
  const left = [...over]
  return of.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** Difference names, for each part of the state in which two orders differ, the lines that only one of them has. */
export type Difference = Readonly<Record<string, { readonly expected: readonly string[]; readonly found: readonly string[] }>>

/** difference compares two states; null when they are the same. */
export function difference(expected: ServerState, found: ServerState): Difference | null {
  const parts = Object.keys(expected).filter((part) => JSON.stringify(expected[part]) !== JSON.stringify(found[part]))
  if (parts.length === 0) return null
  return Object.fromEntries(parts.map((part) => [part, { expected: surplus(expected[part] ?? [], found[part] ?? []), found: surplus(found[part] ?? [], expected[part] ?? []) }]))
}
