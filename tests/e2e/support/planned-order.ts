import sharp from 'sharp'
import { withTenant } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import type { Plant } from '#tests/harness/plant.ts'
import { tell, type Asker } from './api.ts'
import { inInstallation } from './busy-line.ts'

/** PlannedOrder is an order as it was filed. */
export interface PlannedOrder {
  readonly id: string
  readonly number: string
}

const STEPS = [
  { title: 'Guard is in place', kind: 'pass-fail', spec: {} }, { title: 'Oil level', kind: 'pass-fail', spec: {} }, { title: 'Pressure', kind: 'number', spec: { min: 2, max: 4, unit: 'bar' } },
  { title: 'Sound', kind: 'choice', spec: { choices: ['even', 'rattles'] } }, { title: 'Picture of the belt', kind: 'photo', spec: {} },
] as const

/** plannedOrder files a preventive order on one of a plant's machines, with five steps and two parts to take along, as whoever asks. */
export async function plannedOrder(asker: Asker, plant: Plant, machine = 1): Promise<PlannedOrder> {
  const filed = await tell<PlannedOrder>(asker, 'workOrders.create', {
    source: 'manual', kind: 'preventive', assetId: plant.assetIds[machine], title: 'Quarterly service', idempotencyKey: crypto.randomUUID(),
  })
  await inInstallation(() => withTenant(plant.orgId, async (tx) => {
    for (const [position, { title, kind, spec }] of STEPS.entries()) {
      await tx.db.workOrderTask.create({ data: { orgId: plant.orgId, id: newId(), workOrderId: filed.id, position, title, kind, spec } })
    }
  }))
  for (const [description, quantity] of [['V-belt', '2'], ['Grease', '0.2']] as const)
    await tell(asker, 'workOrders.planPart', { id: filed.id, opId: crypto.randomUUID(), version: 1, description, quantity })
  return filed
}

/** photo is a picture as a camera makes it: larger than what is kept, with the place where it was taken. */
export const photo = async (shade: number): Promise<{ name: string; mimeType: string; buffer: Buffer }> => {
  const picture = sharp({ create: { width: 3000, height: 2000, channels: 3, background: { r: shade, g: 90, b: 60 } } })
  return { name: 'IMG_0001.JPG', mimeType: 'image/jpeg', buffer: await picture.withExif({ IFD3: { GPSLatitude: '51/1 30/1 0/1' } }).jpeg().toBuffer() }
}
