import type { PersonActor } from '#server/core/people/actor.ts'
import type { Role } from '#server/core/people/permissions.ts'
import type { Command } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { startEmergency } from '#server/flows/start-emergency.ts'
import { systemTx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { makePlant } from '#tests/harness/plant.ts'
import { expect, test } from './fixtures.ts'
import { addPeople, inInstallation, signInAt, type OwnPlant } from './support/busy-line.ts'

interface Job extends OwnPlant {
  readonly number: string
}

/** An emergency on a machine of a plant of its own: begun by the technician, with a kit, and two steps that both people have answered. */
const job = (): Promise<Job> => inInstallation(async () => {
  const plant = await makePlant()
  const people = await addPeople(plant)
  const { orgId } = plant
  const rows = await systemTx(async (client) => (await client.query<{ id: string; email: string }>('SELECT id, email FROM person WHERE org_id = $1', [orgId])).rows, orgId)
  const ids = new Map(rows.map((row) => [row.email, row.id]))
  const actor = (role: Role): PersonActor => ({ type: 'person', orgId, personId: ids.get(people.email(role)) ?? '', name: role, grants: [{ role, siteId: null }] })
  const [id, bearing, torque, guard] = [newId(), newId(), newId(), newId()]
  const made = await startEmergency(actor('technician'), { id, opId: newId(), assetId: plant.assetIds[0] ?? '', priority: 1, provisionalNumber: 'T-7F3K-12' })
  await systemTx(async (client) => {
    await client.query(`INSERT INTO part (org_id, id, number, name, unit) VALUES ($1, $2, 'BRG-6205', 'Bearing', 'pc')`, [orgId, bearing])
    await client.query(
      `INSERT INTO work_order_task (org_id, id, work_order_id, position, title, kind, spec) VALUES ($1, $2, $4, 1, 'Torque of the cover', 'number', '{"min": 24, "max": 28, "unit": "N.m"}'),
       ($1, $3, $4, 2, 'Guard is sound', 'pass-fail', '{}')`, [orgId, torque, guard, id],
    )
  }, orgId)
  const run = (role: Role, command: Command) => runOrderCommand(actor(role), { id, opId: newId(), version: 1, command })
  await run('supervisor', { name: 'planPart', payload: { partId: bearing, quantity: '2' } })
  await run('technician', { name: 'answerTask', payload: { taskId: torque, answer: 20 } })
  await run('supervisor', { name: 'answerTask', payload: { taskId: torque, answer: 26 } })
  await run('technician', { name: 'answerTask', payload: { taskId: guard, answer: false, note: 'cracked at the hinge' } })
  return { ...people, number: made.number }
})

test('the order\'s page keeps parts, time and standstills, shows both answers, and files what a step found', async ({ page }) => {
  const here = await job()
  await signInAt(page, here, 'supervisor')
  await page.goto(`/work-orders/${here.number}`)
  await expect(page.getByRole('banner').or(page.getByRole('main')).getByText('T-7F3K-12').first()).toBeVisible()

  const steps = page.getByRole('region', { name: 'Steps' })
  await expect(steps.getByText('Also answered by technician of the line: 20 N·m')).toBeVisible()
  await steps.getByRole('button', { name: 'File an order for it' }).click()
  await expect(steps.getByText('An order was filed for it:')).toBeVisible()

  const parts = page.getByRole('region', { name: 'Parts' })
  await parts.getByRole('button', { name: 'Take Bearing' }).click()
  await expect(parts.getByText('0 of 2 pc left')).toBeVisible()
  await parts.getByRole('button', { name: 'Note a part' }).click()
  await parts.getByRole('combobox', { name: 'Part: number or name' }).fill('a clamp from the van')
  await page.keyboard.press('Escape')
  await parts.getByLabel('Quantity').fill('0,5')
  await parts.getByRole('button', { name: 'Note it' }).click()
  await expect(parts.getByRole('listitem').filter({ hasText: 'a clamp from the van' })).toContainText('0.5')
  await parts.getByRole('button', { name: 'Put back: Bearing' }).click()
  await expect(parts.getByText('2 of 2 pc left')).toBeVisible()

  const time = page.getByRole('region', { name: 'Time worked' })
  await time.getByRole('button', { name: '30 min' }).click()
  await expect(time.getByRole('listitem').filter({ hasText: 'supervisor of the line' })).toBeVisible()
  await time.getByRole('button', { name: 'Correct the time of supervisor of the line' }).click()
  await time.getByRole('button', { name: 'Keep' }).click()
  await expect(time.getByRole('button', { name: 'Keep' })).toHaveCount(0)

  const standstill = page.getByRole('region', { name: 'Standstill' })
  await standstill.getByRole('button', { name: 'Note a standstill' }).click()
  await standstill.getByRole('button', { name: 'Keep' }).click()
  await expect(standstill.getByText('Choose a reason.')).toBeVisible()
  await standstill.getByRole('button', { name: /Why it stood still/ }).click()
  await page.getByRole('option', { name: 'Breakdown' }).click()
  await standstill.getByRole('button', { name: 'Keep' }).click()
  await expect(standstill.getByText('still stands')).toBeVisible()

  const history = page.getByRole('region', { name: 'History' })
  const told = ['took a part', 'put a part back', 'wrote down time', 'corrected a time', 'noted a standstill', 'filed an order for what a step found']
  for (const words of told) await expect(history.getByText(words).first()).toBeVisible()
})
