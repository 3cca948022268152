import { proposedEnd } from '#server/core/work-orders/downtime.ts'
import { restOf, type Move } from '#server/core/work-orders/quantity.ts'
import type { downtimeOf } from './downtime.repo.ts'
import type { kitOf } from './parts.repo.ts'
import type { StoredOrder } from './view.repo.ts'

type Names = ReadonlyMap<string, string>

const by = (id: string | null, names: Names): string | null => (id === null ? null : (names.get(id) ?? null))
const kindOf = (kind: string): Move['kind'] => (kind === 'returned' ? 'returned' : 'taken')

/** partsView shapes what was taken and put back, as it was told; quantities are decimal texts. */
export const partsView = (row: StoredOrder, names: Names) =>
  row.parts.map((use) => ({
    id: use.id, kind: kindOf(use.kind), partId: use.partId, number: use.part?.number ?? null, name: use.part?.name ?? use.description ?? '', unit: use.unit ?? use.part?.unit ?? null,
    quantity: use.quantity.toString(), takenAt: use.takenAt.toISOString(), by: by(use.takenBy, names), late: use.late,
  }))

/** kitView shapes what to take along, with what is left of each after what was used. */
export const kitView = (kit: Awaited<ReturnType<typeof kitOf>>) =>
  kit.map((one) => ({
    id: one.id, partId: one.partId, number: one.part?.number ?? null, name: one.part?.name ?? one.description ?? '', unit: one.unit ?? one.part?.unit ?? null, quantity: one.quantity.toString(),
    rest: restOf(one.quantity.toString(), one.uses.map((use) => ({ kind: kindOf(use.kind), quantity: use.quantity.toString() }))),
  }))

/** downtimeView shapes for how long the machine stood still; an open one has the end that is proposed, once the work is done. */
export const downtimeView = (rows: Awaited<ReturnType<typeof downtimeOf>>, order: Pick<StoredOrder, 'returnedAt' | 'workFinishedAt'>, names: Names) =>
  rows.map((row) => ({
    id: row.id, from: row.fromAt.toISOString(), to: row.toAt?.toISOString() ?? null, proposedEnd: proposedEnd(order, { from: row.fromAt, to: row.toAt })?.toISOString() ?? null,
    reason: row.reason, planned: row.planned, note: row.note, by: by(row.recordedBy, names), late: row.late,
  }))
