import type { Prisma } from '../../platform/prisma/client.ts'
import type { Tx } from '../../platform/db.ts'

/** findPlace finds the class by its code or the machine by its tag; null when there is no such one, or more than one machine of the tag. */
export async function findPlace(tx: Tx, classCode: string | null, machineTag: string | null): Promise<{ classId?: string; assetId?: string } | null> {
  if (classCode !== null) {
    const found = await tx.db.assetClass.findUnique({ where: { orgId_code: { orgId: tx.orgId, code: classCode } }, select: { id: true } })
    return found && { classId: found.id }
  }
  const found = await tx.db.asset.findMany({ where: { orgId: tx.orgId, tag: machineTag ?? '' }, select: { id: true }, take: 2 })
  const [only] = found
  return only && found.length === 1 ? { assetId: only.id } : null
}

/** testsOf reads a rule's tests as they were written. */
export async function testsOf(tx: Tx, ruleId: string): Promise<readonly unknown[]> {
  const row = await tx.db.rule.findUnique({ where: { orgId_id: { orgId: tx.orgId, id: ruleId } }, select: { tests: true } })
  return Array.isArray(row?.tests) ? row.tests : []
}

/** saveTests keeps a rule's tests as they were written. */
export async function saveTests(tx: Tx, ruleId: string, tests: readonly unknown[]): Promise<void> {
  await tx.db.rule.update({ where: { orgId_id: { orgId: tx.orgId, id: ruleId } }, data: { tests: tests as Prisma.InputJsonArray } })
}
