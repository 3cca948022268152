import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { Prisma } from '#server/platform/prisma/client.ts'

/** openSteps lists an order's steps that nobody has answered. */
export const openSteps = (tx: Tx, workOrderId: string) =>
  tx.db.workOrderTask.findMany({
    where: { orgId: tx.orgId, workOrderId, answer: { equals: Prisma.DbNull } }, orderBy: { position: 'asc' }, select: { id: true, title: true, kind: true, spec: true, isolated: true },
  })

/** copySteps gives a follow-up the steps that are still to be done. */
export async function copySteps(tx: Tx, toOrderId: string, steps: Awaited<ReturnType<typeof openSteps>>): Promise<void> {
  if (steps.length === 0) return
  await tx.db.workOrderTask.createMany({
    data: steps.map(({ title, kind, spec, isolated }, index) => ({
      orgId: tx.orgId, id: newId(), workOrderId: toOrderId, position: index + 1, title, kind, spec: spec as Prisma.InputJsonObject, isolated,
    })),
  })
}

interface RestOfKit {
  readonly partId: string | null
  readonly number: string | null
  readonly name: string
  readonly unit: string | null
  readonly rest: string
}

/** copyKit gives a follow-up what is left of a kit. */
export async function copyKit(tx: Tx, toOrderId: string, rest: readonly RestOfKit[], personId: string | null): Promise<void> {
  if (rest.length === 0) return
  await tx.db.plannedPart.createMany({
    data: rest.map((one) => ({
      orgId: tx.orgId, id: newId(), workOrderId: toOrderId,
      partId: one.partId, description: one.partId === null ? one.name : null, unit: one.unit, quantity: one.rest, plannedBy: personId,
    })),
  })
}
