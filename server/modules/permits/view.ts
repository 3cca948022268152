import { isWithin } from '#server/core/permits/gas.ts'
import { formatPermitNumber } from '#server/core/permits/permit-number.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { readPermit } from './permits.repo.ts'
import type { PermitRow } from './read.repo.ts'

/** readers are the people who measured gas for a permit. */
export const readers = (row: PermitRow): string[] => (row.gasTests as { by: string }[]).map(({ by }) => by)

/** permitView shapes a permit with its machine, people, gas tests and history; expired tells whether its time is over though it is open. */
export function permitView(row: PermitRow, names: ReadonlyMap<string, string>, now: Date) {
  const permit = readPermit(row)
  const nameOf = (id: string): string => names.get(id) ?? ''
  return {
    id: permit.id, number: formatPermitNumber(permit.no), kind: permit.kind, status: permit.status, work: permit.work,
    expired: permit.status !== 'closed' && permit.status !== 'handed-back' && permit.to <= now,
    from: permit.from.toISOString(), to: permit.to.toISOString(), issuedAt: permit.issuedAt.toISOString(), closedAt: permit.closedAt?.toISOString() ?? null,
    issuer: row.issuer, performer: row.performer, asset: row.asset, site: row.site, order: { id: row.order.id, number: formatNumber(row.order.no), status: row.order.status },
    precautions: permit.precautions,
    gasTests: permit.gasTests.map((test) => ({ ...test, at: test.at.toISOString(), by: nameOf(test.by), within: isWithin(test) })),
    history: row.events.map((event) => ({
      id: event.id, type: event.type, at: event.at.toISOString(), late: event.late, by: nameOf(event.personId), data: event.data as Record<string, unknown>,
    })),
  }
}

/** PermitView is a permit as it is shown. */
export type PermitView = ReturnType<typeof permitView>
