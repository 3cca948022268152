import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ask, tell } from './support/api.ts'
import { signInAt } from './support/busy-line.ts'
import { axeFaults, overflowFaults } from './support/faults.ts'
import { learningLine, type LearningLine } from './support/learning-line.ts'

interface Created { readonly id: string; readonly version: number }

const at = (line: LearningLine, machine: number): string => `/assets/${line.plant.assetIds[machine] ?? ''}`

/** Runs the machines on and looks again until the overview says what is looked for; a change of rules lets what was learnt be looked at at once. */
async function untilAsked(page: Page, line: LearningLine, value: number): Promise<void> {
  const [ruleId = '', assetId = ''] = [line.plant.ruleIds[0], line.plant.assetIds[1]]
  await tell(page, 'rules.setOverride', { ruleId, assetId, limits: { limit: 105 }, reason: 'stands in the sun', seen: 0 })
  await expect(async () => {
    await line.run(value, 2)
    const { situations } = await ask<{ situations: readonly { kind: string }[] }>(page, 'overview.get')
    expect(situations.map(({ kind }) => kind)).toContain('baseline')
  }).toPass({ timeout: 45_000, intervals: [1_000] })
}

/** Waits until what the machines did was judged: only what is learnt before a repair can be compared with what is learnt after it. */
async function untilJudged(page: Page, line: LearningLine): Promise<void> {
  const latest = async () => (await ask<{ points: readonly { latest: { value: number } | null }[] }>(page, 'assets.get', { id: line.plant.assetIds[0] })).points[0]?.latest?.value
  await expect.poll(latest, { timeout: 20_000 }).toBeCloseTo(50.2)
}

/** Takes the line's rules out of force, so that nothing of it stands any more. */
async function retire(page: Page, line: LearningLine): Promise<void> {
  for (const id of line.plant.ruleIds) await tell(page, 'rules.retire', { id, reason: 'the test is over' })
}

/** Closes an order of a machine with a part replaced, finished at a time. */
async function replacePart(page: Page, assetId: string, finished: Date): Promise<void> {
  const order = await tell<Created>(page, 'workOrders.create', { source: 'manual', kind: 'corrective', assetId, title: 'Pump is worn', priority: 3, idempotencyKey: crypto.randomUUID() })
  await tell(page, 'workOrders.start', { id: order.id, opId: crypto.randomUUID(), version: 1 })
  const time = finished.toISOString()
  await tell(page, 'workOrders.close', { id: order.id, opId: crypto.randomUUID(), version: 2, effect: 'averted', modeCode: 'OHE', activityCode: 'replace', workStartedAt: time, workFinishedAt: time })
}

test('an engineer gives one machine its own limit, and says what the standard needs to know of it', async ({ page }) => {
  const line = await learningLine()
  await signInAt(page, line, 'admin')
  await line.run(50, 40)
  const found: string[] = []

  await test.step('a limit of its own, on the page of the rule', async () => {
    await page.goto(`/rules/${line.plant.ruleIds[0] ?? ''}`)
    const section = page.getByRole('region', { name: 'Limits of single machines' })
    await section.getByRole('button', { name: 'Give a machine its own limit' }).click()
    const dialog = page.getByRole('dialog', { name: 'Give a machine its own limit' })
    const machine = dialog.getByRole('combobox', { name: 'Machine' })
    await machine.fill('M-0')
    await expect(page.getByRole('option')).toHaveText(['M-0 Machine 0'])
    await machine.press('ArrowDown')
    await machine.press('Enter')
    await expect(machine).toHaveValue('M-0 Machine 0')
    await dialog.getByRole('textbox', { name: 'Limit', exact: true }).fill('130')
    await dialog.getByRole('textbox', { name: /^Clear limit/ }).fill('140')
    await dialog.getByRole('button', { name: 'Set the limit' }).click()
    await expect(dialog.getByText('The clear limit must be at or below the limit, 130.')).toBeVisible()
    await expect(dialog.getByText('Say in a few words why.')).toBeVisible()
    await dialog.getByRole('textbox', { name: /^Clear limit/ }).fill('125')
    await dialog.getByRole('textbox', { name: 'Why?' }).fill('stands beside the furnace')
    found.push(...(await axeFaults(page, 'the dialog')))
    await dialog.getByRole('button', { name: 'Set the limit' }).click()
    const row = section.getByRole('listitem').filter({ hasText: 'M-0' })
    await expect(row).toContainText(/above 130\s°C, clear at 125\s°C/)
    await expect(row).toContainText(/the rule: above 100\s°C/)
    await expect(row).toContainText('stands beside the furnace')
    await page.reload()
    await expect(row).toContainText('admin of the line')
    found.push(...(await axeFaults(page, 'the rule')), ...(await overflowFaults(page, 'the rule')))
  })

  await test.step('between the two limits only the other machine has an alarm', async () => {
    await line.run(110, 4)
    await expect.poll(async () => (await ask<{ situations: readonly { assetTag: string }[] }>(page, 'overview.get')).situations.map((one) => one.assetTag), { timeout: 20_000 }).toEqual(['M-1'])
    await page.goto(at(line, 0))
    const rules = page.getByRole('region', { name: 'Rules' })
    await expect(rules.getByRole('listitem').filter({ hasText: 'Rule 0' })).toContainText(/above 130\s°C.*the rule: above 100\s°C/)
    await expect(rules.getByRole('button', { name: 'Change the own limit: Rule 0' })).toBeVisible()
    await expect(rules.getByRole('button', { name: 'Set an own limit: Rule 1' })).toBeVisible()
  })

  await test.step('what a standard needs to know of the machine', async () => {
    await page.getByRole('button', { name: 'Change the nameplate' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nameplate: M-0 Machine 0' })
    await dialog.getByRole('textbox', { name: 'Power' }).fill('90')
    await dialog.getByRole('button', { name: /^Not known Support|^Support/ }).click()
    await page.getByRole('option', { name: 'Rigid' }).click()
    await dialog.getByRole('button', { name: 'Save' }).click()
    const nameplate = page.getByRole('region', { name: 'Nameplate' })
    await expect(nameplate).toContainText(/Power90\skW/)
    await expect(nameplate).toContainText('SupportRigid')
  })

  expect(found).toEqual([])
  await retire(page, line)
})

test('a repair after which the machine runs hotter asks an engineer, who keeps the old baseline', async ({ page }) => {
  const line = await learningLine()
  await signInAt(page, line, 'admin')
  const found: string[] = []
  const repaired = await line.run(50, 60)
  await untilJudged(page, line)
  await replacePart(page, line.plant.assetIds[0] ?? '', repaired)
  await line.run(70, 40)
  await untilAsked(page, line, 70)
  await page.goto('/')
  const situation = page.getByRole('listitem').filter({ hasText: 'has learnt a worse baseline since a repair' })
  await situation.getByRole('link', { name: 'Decide' }).click()
  const question = page.getByRole('region', { name: 'May the new baseline hold?' })
  await expect(question).toContainText('replaced')
  await expect(question).toContainText(/usually 50\.\d\s°C before, 70\.\d\s°C since then/)
  found.push(...(await axeFaults(page, 'the machine')), ...(await overflowFaults(page, 'the machine')))
  await question.getByRole('button', { name: 'Keep the old baseline' }).click()
  const dialog = page.getByRole('dialog', { name: 'Keep the old baseline' })
  await dialog.getByRole('textbox', { name: 'Why?' }).fill('the pump is the wrong one')
  await dialog.getByRole('button', { name: 'Keep the old baseline' }).click()
  await expect(question).toHaveCount(0)

  expect(found).toEqual([])
  await retire(page, line)
})
