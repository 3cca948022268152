import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { signInAt } from './support/busy-line.ts'
import { axeFaults, overflowFaults, watchConsole } from './support/faults.ts'
import { byKeys, byMouse, type Hand } from './support/hand.ts'
import { pastMachine, type PastMachine } from './support/past-machine.ts'

const part = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name })
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true })
const figure = (page: Page, name: string): Locator => page.getByRole('button', { name: new RegExp(`^${name}, `) })

async function writeRule(page: Page, hand: Hand): Promise<void> {
  await page.goto('/rules')
  await hand.press(button(page, 'New rule'))
  const form = page.getByRole('dialog', { name: 'New rule' })
  await hand.press(form.getByRole('button', { name: /^A value beyond a limit/ }))
  await hand.type(form.getByRole('textbox', { name: 'Name', exact: true }), 'Runs hot')
  await hand.choose('One machine')
  await hand.type(form.getByRole('searchbox'), 'M-0')
  await hand.press(form.getByRole('button', { name: /^M-0/ }))
  await hand.tick('temp')
  await hand.type(form.getByRole('textbox', { name: 'Limit', exact: true }), '70')
  await hand.press(form.getByRole('button', { name: 'Make the draft' }))
  await expect(page).toHaveURL(/rules\/[0-9a-f-]{36}/)
  await expect(page.getByRole('heading', { level: 1, name: 'Runs hot' })).toBeVisible()
}

/** The draft is tried on the past: it would have fired once; the number leads to its row, and the row to the course. */
async function tryOnPast(page: Page, hand: Hand): Promise<void> {
  await hand.turn('Back-test')
  await expect(page.getByText(/^Readings of 1 machine are kept from /)).toBeVisible()
  await hand.press(button(page, 'Start the back-test'))
  const figures = part(page, 'What it would have come to')
  await expect(figures.getByRole('row', { name: /^Would have fired/ })).toContainText('1')
  await expect(page, 'what is open has an address').toHaveURL(/tab=backtest&run=[0-9a-f-]{36}/)
  await hand.press(figure(page, 'Nobody looked'))
  await expect(page).toHaveURL(/rows=unknown/)
  const rows = page.getByRole('table', { name: 'Firings' })
  await expect(rows.getByRole('row')).toHaveCount(2)
  await expect(rows).toContainText('90.0 °C')
  await hand.press(rows.getByRole('button', { name: 'Chart of M-0' }))
  await expect(page.getByRole('dialog', { name: 'M-0 temp, fired by: Draft' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.reload()
  await expect(figures, 'it is there after a reload').toBeVisible()
}

async function why(page: Page, hand: Hand, text: string, yes: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await hand.type(dialog.getByRole('textbox', { name: /why/i }), text)
  await hand.press(dialog.getByRole('button', { name: yes }))
  await expect(dialog).toHaveCount(0)
}

async function watchAndPublish(page: Page, hand: Hand, machine: PastMachine): Promise<void> {
  await hand.turn('Shadow')
  await hand.press(button(page, 'Watch a version in shadow'))
  await why(page, hand, 'It would have been right in the past.', 'Begin to watch')
  await expect(page.getByText('Version 1 is watched in shadow')).toBeVisible()
  await machine.send(88, 39, 30)
  await machine.send(50, 29, 20)
  await expect(page.getByText('It would have fired once.'), 'it counts, and raises nothing').toBeVisible({ timeout: 60_000 })
  await hand.press(button(page, 'Promote version 1'))
  await why(page, hand, 'It was right the one time.', 'Promote it')
  await expect(page.getByText(/version 1 is in force/)).toBeVisible()
}

/** Its alarm comes with a ticket; both are opened, and the alarm is acknowledged and shelved. */
async function handleAlarm(page: Page, hand: Hand, machine: PastMachine): Promise<void> {
  await machine.send(92, 15, 2)
  await hand.press(page.getByRole('navigation').getByRole('link', { name: 'Alarms' }).first())
  const alarm = page.getByRole('listitem', { name: /^M-0 / })
  const ticket = alarm.getByRole('link', { name: /^WO-/ })
  await expect(ticket).toBeVisible({ timeout: 60_000 })
  await hand.press(ticket)
  await expect(part(page, 'Evidence')).toContainText('70 °C')
  await page.goBack()
  await hand.press(alarm.getByRole('button', { name: /^Acknowledge / }))
  await expect(part(page, 'Standing, acknowledged').getByRole('listitem', { name: /^M-0 / })).toBeVisible()
  await hand.press(alarm.getByRole('button', { name: /^Shelve / }))
  const dialog = page.getByRole('dialog', { name: /^Shelve M-0/ })
  await expect(dialog).toBeVisible()
  await why(page, hand, 'The cooler is cleaned tonight', 'Shelve')
  await expect(alarm).toHaveCount(0)
}

for (const [name, handOf] of [['mouse', byMouse], ['keys alone', byKeys]] as const) {
  test(`a rule is written, tried on the past, watched and published; its ticket is seen, its alarm acknowledged and shelved, by ${name}`, async ({ page }) => {
    test.setTimeout(180_000)
    const machine = await pastMachine()
    await signInAt(page, machine, 'reliability-engineer')
    const hand = handOf(page)
    await writeRule(page, hand)
    await tryOnPast(page, hand)
    await watchAndPublish(page, hand, machine)
    await handleAlarm(page, hand, machine)
  })
}

test('a back-test and proposed limits are sound at every width, and a proposal goes into the draft without being saved @widths', async ({ page }) => {
  test.setTimeout(120_000)
  const complaints = watchConsole(page)
  const machine = await pastMachine()
  await signInAt(page, machine, 'reliability-engineer')
  const hand = byMouse(page)
  await writeRule(page, hand)
  const limits = part(page, 'Propose limits')
  await limits.getByRole('button', { name: 'Propose limits' }).click()
  await limits.getByRole('button', { name: /^Put it in the draft/ }).first().click()
  await expect(page.getByText('not saved yet', { exact: true })).toBeVisible()
  await expect(limits.getByText('is in the draft')).toBeVisible()
  const faults: string[] = []
  const look = async (where: string): Promise<void> => {
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      faults.push(...await axeFaults(page, `${where} ${theme}`), ...await overflowFaults(page, where))
    }
  }
  await look('limits')
  await hand.turn('Back-test')
  await button(page, 'Start the back-test').click()
  await expect(part(page, 'What it would have come to')).toBeVisible()
  await look('back-test')
  await page.getByRole('button', { name: 'Chart of M-0' }).first().click()
  await expect(page.getByRole('dialog').locator('canvas').first()).toBeVisible()
  await look('course')
  expect(faults).toEqual([])
  expect(complaints).toEqual([])
})
