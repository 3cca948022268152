import { beforeEach, expect, test } from 'vitest'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { FOUND, orderPlant, type OrderPlant } from './support/order-plant.ts'
import { ago, ticketHelpers } from './support/ticket-helpers.ts'

const database = useTestDatabase()
let plant: OrderPlant
beforeEach(async () => {
  plant = await orderPlant(database)
  await item('BELT')
  await usually('BLADES', 'CLEAN')
})

const { ticket, work, finished } = ticketHelpers(database, () => plant)
const mode = `WHERE org_id = $1 AND code = 'VIB'`
const usually = (found: string | null, done: string | null) => database.query(`UPDATE failure_mode SET usual_item = $2, usual_activity = $3 ${mode}`, [plant.orgId, found, done])
const item = (code: string) => database.query(
  `INSERT INTO maintainable_item (org_id, id, class_id, code, name) SELECT org_id, $2, class_id, $3, $3 FROM maintainable_item WHERE org_id = $1 LIMIT 1`, [plant.orgId, newId(), code])
const suggested = async (orderId: string) => (await plant.get(orderId)).choices.suggested

test('the first case of its kind offers what the class says is usual, and never a verdict', async () => {
  const { orderId } = await ticket()
  expect(await suggested(orderId)).toEqual({ itemCode: 'BLADES', activityCode: 'CLEAN', modeCode: 'VIB', effect: 'averted', from: 'class' })
})

test('start, a verdict and what is filled in close it', async () => {
  const { orderId } = await ticket()
  const { itemCode, activityCode, effect } = await suggested(orderId)
  await work(orderId, 'close', { verdict: 'confirmed', effect, itemCode, activityCode })
  expect((await plant.get(orderId)).order).toMatchObject({ status: 'closed', verdict: 'confirmed', itemCode: 'BLADES', activityCode: 'CLEAN' })
})

test('what was found before counts for more, where the same failure was found', async () => {
  const close = async (hours: number, completion: object): Promise<void> => {
    const { orderId } = await ticket({ openedAt: ago(hours), resolvedAt: ago(hours - 1) })
    await work(orderId, 'close', completion)
    await finished(orderId, ago(hours - 2))
  }
  await close(900, { ...FOUND, itemCode: 'BELT', activityCode: 'REPLACE' })
  // The alarm was about vibration, but something else was at fault: that says nothing about vibration.
  await close(600, { ...FOUND, verdict: 'other-fault-found', modeCode: 'GAS' })
  await close(400, { ...FOUND, verdict: 'other-fault-found', modeCode: 'GAS' })
  expect(await suggested((await ticket({ openedAt: ago(1) })).orderId)).toMatchObject({ itemCode: 'BELT', activityCode: 'REPLACE', from: 'cases' })
})

test('only an item and an activity of the class can be usual', async () => {
  await expect(usually('GEARBOX', 'CLEAN')).rejects.toThrow('usual_item')
  await expect(usually('BLADES', 'LUBRICATE')).rejects.toThrow('failure_mode_usual_activity_is_offered')
  await usually(null, null)
  // A class goes with its modes and items at once.
  await database.query('UPDATE asset SET class_id = NULL WHERE org_id = $1', [plant.orgId])
  await database.query('DELETE FROM rule_version WHERE org_id = $1', [plant.orgId])
  await database.query('DELETE FROM rule WHERE org_id = $1', [plant.orgId])
  await usually('BLADES', 'CLEAN')
  await database.query('DELETE FROM asset_class WHERE org_id = $1', [plant.orgId])
  expect(await database.query('SELECT 1 FROM failure_mode WHERE org_id = $1', [plant.orgId])).toEqual([])
})
