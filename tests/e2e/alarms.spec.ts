import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ask } from './support/api.ts'
import { busyLine, signInAt, type BusyLine } from './support/busy-line.ts'
import { axeFaults, overflowFaults, watchConsole } from './support/faults.ts'
import { tabTo } from './support/keyboard.ts'

test.describe.configure({ mode: 'serial' })

// Machines 0 to 11 get hot one after the other: a flood of their line. Machine 12 is far worse.
const HOT = Object.fromEntries(Array.from({ length: 12 }, (_, machine) => [machine, 90 + machine]))
let line: BusyLine

const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
const row = (page: Page, machine: string): Locator => page.getByRole('listitem', { name: `${machine} Overheating`, exact: true })
const standing = async (page: Page): Promise<number> => (await ask<{ unacknowledged: number }>(page, 'alarms.counts')).unacknowledged

test.beforeAll(async ({ browser }) => {
  line = await busyLine()
  await line.send(HOT)
  const page = await (await browser.newContext()).newPage()
  await signInAt(page, line, 'manager')
  // Readings are judged in the order of their times: the next batch makes the one before it judged.
  await expect.poll(async () => { await line.send({}); return standing(page) }, { message: 'the flood has come', timeout: 60_000 }).toBe(12)
  await page.context().close()
})

test('a flood stands as its first-out, unfolds, and is acknowledged with all that is folded, by mouse', async ({ page }) => {
  await signInAt(page, line, 'supervisor')
  await page.goto('/')
  await expect(page.getByText(/^A flood of alarms on L-0: 12 on 12 machines/)).toBeVisible()
  await page.getByRole('link', { name: 'M-0 Machine 0' }).first().click()
  const panel = page.getByRole('complementary', { name: 'Why M-0 fired' })
  await expect(panel.getByText('temp was 90.0 °C, above its limit of 80 °C.')).toBeVisible()
  await expect(panel.getByText('It fired, priority 3.')).toBeVisible()
  await expect(panel.getByText('temp above 80 °C, even once, over when back at 70 °C, Overheating, priority medium')).toBeVisible()
  await expect(row(page, 'M-0')).toContainText('First out in L-0, 11 more folded under it')
  await expect(row(page, 'M-5')).toHaveCount(0)
  await row(page, 'M-0').getByRole('button', { name: 'Show what is folded under M-0' }).click()
  await expect(page.getByRole('list', { name: 'Folded under M-0' }).getByRole('listitem')).toHaveCount(11)
  await expect(row(page, 'M-5').first()).toContainText('same order')
  await row(page, 'M-0').first().getByRole('button', { name: 'Acknowledge M-0 Overheating' }).click()
  await expect(part(page, 'Standing, acknowledged').getByRole('listitem', { name: 'M-0 Overheating' })).toBeVisible()
  await expect(part(page, 'New')).toHaveCount(0)
  expect(await standing(page)).toBe(0)
})

test('the one order carries the flood', async ({ page }) => {
  await signInAt(page, line, 'supervisor')
  const { items } = await ask<{ items: readonly { number: string }[] }>(page, 'workOrders.list', {})
  expect(items).toHaveLength(1)
  await page.goto(`/work-orders/${items[0]?.number}`)
  const flood = part(page, 'The flood it carries')
  await expect(flood).toContainText('11 alarms of 11 machines, at worst priority 3')
  await flood.getByRole('button', { name: 'Show all 11' }).click()
  await expect(flood.getByRole('link')).toHaveCount(11)
})

test('an alarm that comes is there at once, and is acknowledged and shelved by keys alone', async ({ page }) => {
  await signInAt(page, line, 'technician')
  await page.goto('/alarms')
  await expect(row(page, 'M-0')).toBeVisible()
  await line.send({ 12: 130 })
  await expect.poll(async () => { await line.send({}); return standing(page) }, { timeout: 60_000 }).toBe(1)
  await expect(part(page, 'New').getByRole('listitem', { name: 'M-12 Overheating' })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'M-12 Overheating', exact: true }))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: 'M-0 Overheating', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('list', { name: 'Folded under M-0' }).getByRole('listitem')).toHaveCount(11)
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('list', { name: 'Folded under M-0' })).toHaveCount(0)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('a')
  await expect(part(page, 'Standing, acknowledged').getByRole('listitem', { name: 'M-12 Overheating' })).toBeVisible()
  // It moved to another part of the list, and kept the focus.
  await expect(page.getByRole('button', { name: 'M-12 Overheating', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Why M-12 fired' })).toBeVisible()
  await page.getByRole('button', { name: 'M-12 Overheating', exact: true }).focus()
  await page.keyboard.press('s')
  const dialog = page.getByRole('dialog', { name: 'Shelve M-12 Overheating' })
  await expect(dialog.getByRole('radio')).toHaveCount(3)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Give the reason in a few words: it stands in the journal.')).toBeVisible()
  await tabTo(page, dialog.getByRole('textbox', { name: 'Why' }))
  await page.keyboard.type('The sensor is being moved')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(row(page, 'M-12')).toHaveCount(0)
})

test('what is shelved stands among what is kept quiet, and is taken off there; a manager only looks', async ({ page, browser }) => {
  await signInAt(page, line, 'manager')
  await page.goto('/alarms?tab=held')
  await expect(part(page, 'Shelved')).toContainText('The sensor is being moved')
  await expect(part(page, 'Shelved')).toContainText('technician of the line')
  await expect(page.getByRole('button', { name: /^End the shelf/ })).toHaveCount(0)
  await page.goto('/alarms')
  await expect(row(page, 'M-0')).toBeVisible()
  await expect(page.getByRole('button', { name: /^(Acknowledge|Shelve) / })).toHaveCount(0)
  const other = await (await browser.newContext()).newPage()
  await signInAt(other, line, 'supervisor')
  await other.goto('/alarms?tab=held')
  await other.getByRole('button', { name: 'End the shelf of M-12 Overheating' }).click()
  await expect(part(other, 'Shelved')).toContainText('Nothing is shelved.')
  // It stands, so it calls again: the manager sees it without asking.
  await expect(part(page, 'New').getByRole('listitem', { name: 'M-12 Overheating' })).toBeVisible()
  await other.context().close()
})

test('the report names rate, line and flood against the standard', async ({ page }) => {
  await signInAt(page, line, 'manager')
  await page.goto('/alarms?tab=report')
  await expect(part(page, 'Against the standard').getByRole('row', { name: /Most new alarms of one line in 10 minutes/ })).toContainText('at most 10')
  await expect(part(page, 'Floods').getByRole('row', { name: /M-0 Machine 0/ })).toContainText('12')
  await expect(part(page, 'Most frequent alarms').getByRole('row')).toHaveCount(11)
  await page.getByRole('button', { name: 'Numbers' }).click()
  await expect(page.getByRole('table', { name: 'New alarms by hour' })).toBeVisible()
})

test('an alarm goes out of service under its order and comes back; a stopped machine keeps another quiet by design', async ({ page }) => {
  await signInAt(page, line, 'supervisor')
  await page.goto('/alarms')
  await row(page, 'M-12').getByRole('button', { name: 'M-12 Overheating', exact: true }).click()
  await page.getByRole('button', { name: 'Out of service', exact: true }).click()
  const outage = page.getByRole('dialog', { name: 'Take M-12 Overheating out of service' })
  await outage.getByRole('textbox', { name: 'Why' }).fill('The sensor is broken')
  await outage.getByRole('button', { name: 'Take out of service' }).click()
  await expect(row(page, 'M-12')).toHaveCount(0)
  await page.goto('/alarms?tab=held')
  await expect(part(page, 'Out of service').getByRole('row', { name: /M-12/ })).toContainText('The sensor is broken')
  await page.getByRole('button', { name: 'Return point temp of M-12 to service' }).click()
  await expect(part(page, 'Out of service')).toContainText('Nothing is out of service.')

  await part(page, 'Suppression by design').getByRole('button', { name: 'Add' }).click()
  const design = page.getByRole('dialog', { name: 'Suppress alarms by design' })
  const pick = async (label: string, machine: string): Promise<void> => {
    await design.getByRole('combobox', { name: label }).fill(machine)
    await page.getByRole('option', { name: new RegExp(`^${machine} `) }).click()
  }
  await pick('Its machine', 'M-14')
  await design.getByRole('button', { name: /The point that says/ }).click()
  await page.getByRole('option', { name: /^temp/ }).click()
  await pick('Then these alarms are suppressed', 'M-13')
  await design.getByRole('textbox', { name: 'Why' }).fill('It runs only with M-14')
  await design.getByRole('button', { name: 'Suppress', exact: true }).click()
  await expect(part(page, 'Suppression by design').getByRole('row', { name: /M-13/ })).toContainText('temp of M-14 is below 1')
  // M-14 stands: what M-13 says is expected, and calls nobody until M-14 runs again.
  await line.send({ 14: 0 })
  const suppressed = part(page, 'Suppressed').getByRole('row', { name: /M-13/ })
  await expect.poll(async () => { await line.send({ 13: 95, 14: 0 }); return suppressed.count() }, { timeout: 30_000 }).toBe(1)
  await expect(suppressed).toContainText('suppressed by design')
  await expect.poll(async () => { await line.send({ 13: 95, 14: 20 }); return suppressed.count() }, { timeout: 30_000 }).toBe(0)
  await page.goto('/alarms')
  await expect(part(page, 'New').getByRole('listitem', { name: 'M-13 Overheating' })).toBeVisible()
})

test('every view and dialog is sound at every width @widths', async ({ page }) => {
  test.slow()
  const complaints = watchConsole(page)
  await signInAt(page, line, 'supervisor')
  const faults: string[] = []
  const look = async (where: string): Promise<void> => void faults.push(...await axeFaults(page, where), ...await overflowFaults(page, where))
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    for (const tab of ['standing', 'held', 'report']) {
      await page.goto(`/alarms?tab=${tab}`)
      await expect(page.getByRole('heading', { name: 'Alarms', level: 1 })).toBeVisible()
      if (tab === 'standing') await page.getByRole('button', { name: 'Show what is folded under M-0' }).click()
      await look(`${tab} ${theme}`)
    }
    await page.goto('/alarms')
    await page.getByRole('button', { name: 'M-0 Overheating', exact: true }).click()
    await expect(page.getByText('temp was 90.0 °C, above its limit of 80 °C.')).toBeVisible()
    await look(`why ${theme}`)
    await page.getByRole('button', { name: 'Out of service', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Take M-0 Overheating out of service' })).toBeVisible()
    await look(`out of service ${theme}`)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Shelve', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Shelve M-0 Overheating' })).toBeVisible()
    await look(`shelve ${theme}`)
    await page.goto('/alarms?tab=held')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Suppress alarms by design' })).toBeVisible()
    await look(`by design ${theme}`)
  }
  expect(faults).toEqual([])
  expect(complaints).toEqual([])
})
