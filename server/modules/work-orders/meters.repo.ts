import type { Tx } from '#server/platform/db.ts'

/** Meter is a point of a machine that a person reads. */
export interface Meter {
  readonly id: string
  readonly unit: string
}

/** meterOf finds a machine's point by its code; null for none. */
export const meterOf = (tx: Tx, assetId: string, code: string): Promise<Meter | null> =>
  tx.db.point.findFirst({ where: { orgId: tx.orgId, assetId, code }, select: { id: true, unit: true } })

/** readBefore is what a meter read last before a time; null when nobody had read it. */
export async function readBefore(tx: Tx, pointId: string, at: Date): Promise<number | null> {
  const row = await tx.db.meterReading.findFirst({ where: { orgId: tx.orgId, pointId, at: { lt: at } }, orderBy: { at: 'desc' }, select: { value: true } })
  return row?.value ?? null
}

/** LastReading is what a meter read last, and when (ISO). */
export interface LastReading {
  readonly value: number
  readonly at: string
}

/** lastReadings reads what a machine's meters read last, by the codes of their points; a meter that nobody has read yet is not there. */
export async function lastReadings(tx: Tx, assetId: string, codes: readonly string[]): Promise<ReadonlyMap<string, LastReading>> {
  if (codes.length === 0) return new Map()
  const rows = await tx.db.meterReading.findMany({
    where: { orgId: tx.orgId, point: { assetId, code: { in: [...codes] } } }, orderBy: { at: 'desc' }, distinct: ['pointId'], select: { value: true, at: true, point: { select: { code: true } } },
  })
  return new Map(rows.map(({ value, at, point }) => [point.code, { value, at: at.toISOString() }]))
}

/** NewMeterReading is what a person read off a meter for a step. */
export interface NewMeterReading {
  readonly id: string
  readonly assetId: string
  readonly pointId: string
  readonly workOrderId: string
  readonly taskId: string
  readonly at: Date
  readonly value: number
  readonly unit: string
  readonly lower: boolean
  readonly readBy: string | null
}

/** insertMeterReading keeps what was read off a meter. */
export async function insertMeterReading(tx: Tx, row: NewMeterReading): Promise<void> {
  await tx.db.meterReading.create({ data: { ...row, orgId: tx.orgId } })
}
