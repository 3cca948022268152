import type { Locator, Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'

const MACHINE = 'EX-101'
const PLAYED_MS = 180_000

const word = (page: Page, name: string | RegExp): Locator => page.getByRole('main').getByRole('button', { name }).first()
const figure = (page: Page, name: string): Locator => page.getByRole('region', { name: 'What it comes to' }).getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell')
const timesFired = async (page: Page): Promise<number> => Number(await figure(page, 'Times fired').nth(1).textContent())

async function type(page: Page, field: string, text: string): Promise<void> {
  const input = page.getByRole('textbox', { name: field, exact: true })
  await input.fill(text)
  await input.press('Tab')
}

async function makeRule(page: Page, name: string): Promise<void> {
  await page.goto('/rules')
  await page.getByRole('button', { name: 'New rule' }).click()
  const form = page.getByRole('dialog', { name: 'New rule' })
  await form.getByRole('button', { name: 'A value beyond a limit' }).click()
  await form.getByRole('button', { name: 'Make the draft' }).click()
  await expect(form.getByText('Give it a name.'), 'what is missing is said, and nothing is made').toBeVisible()
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await form.getByText('One machine').click()
  await form.getByRole('searchbox').fill(MACHINE)
  await form.getByRole('button', { name: new RegExp(MACHINE) }).click()
  await form.getByText('Bearing temperature').click()
  await form.getByRole('radio', { name: 'Below' }).click()
  await type(page, 'Limit', '60')
  await form.getByRole('button', { name: 'Make the draft' }).click()
  await expect(page).toHaveURL(/rules\/[0-9a-f-]{36}/)
}

test('an engineer writes a rule, sees where it would have fired, publishes it with a note and retires it', async ({ page }) => {
  test.setTimeout(420_000)
  await signIn(page, 'reliability-engineer')
  const name = `Bearing cold ${Date.now()}`
  await makeRule(page, name)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText('never published, so it judges nothing')).toBeVisible()
  await expect(page.getByText('It never replaces machine protection').first()).toBeVisible()

  await page.getByRole('region', { name: 'Would this have been right?' }).getByRole('radio', { name: '90 d' }).click()
  await expect.poll(() => timesFired(page), { message: 'the recorded failures would have been found', timeout: PLAYED_MS, intervals: [3_000] }).toBeGreaterThan(2)
  const before = await timesFired(page)
  await word(page, '60 °F').click()
  await type(page, 'Value', '45')
  await expect.poll(() => timesFired(page), { message: 'a lower limit fires less often, without saving anything' }).toBeLessThan(before)
  await expect(page.getByRole('region', { name: 'Where it would have fired' }).getByRole('row')).toHaveCount((await timesFired(page)) + 1)

  // A clear limit on the wrong side is told at its word, and the rule cannot be published.
  await word(page, 'back within the limit').click()
  await page.getByText('A clear limit of its own').click()
  await type(page, 'Value', '40')
  await expect(word(page, /back at 40 °F.*must be at or above the limit, 45/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled()
  await type(page, 'Value', '50')
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeEnabled()

  // What is published never fires on the demo's recording: other tests count its orders.
  await word(page, '45 °F').click()
  await type(page, 'Value', '-30')
  await expect.poll(() => timesFired(page)).toBe(0)
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await expect(page.getByText('Draft saved.')).toBeVisible()
  await page.reload()
  await expect(word(page, /30 °F/)).toBeVisible()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish version 1' })
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(dialog.getByText('Say in a few words why.')).toBeVisible()
  await dialog.getByRole('textbox').fill('A bearing this cold has lost its sensor.')
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText(/version 1 is in force/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'History' })).toContainText('A bearing this cold has lost its sensor.')

  // A changed word stands beside the version in force, survives leaving the page, and can be given up.
  await word(page, /30 °F/).click()
  await type(page, 'Value', '40')
  await expect(page.getByRole('region', { name: 'What it comes to' }).getByRole('columnheader', { name: 'Version 1' })).toBeVisible()
  await page.getByRole('link', { name: 'Rules' }).first().click()
  await page.getByRole('link', { name, exact: true }).click()
  await expect(word(page, '40 °F')).toBeVisible()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(word(page, /30 °F/)).toBeVisible()

  await page.getByRole('button', { name: 'Retire' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('It was written for a test.')
  await page.getByRole('dialog').getByRole('button', { name: 'Retire it' }).click()
  await expect(page.getByText('retired, so it judges nothing')).toBeVisible()
})

test('the bands of a gated rule are a small table, and a band that does not fit says so', async ({ page }) => {
  await signIn(page, 'reliability-engineer')
  await page.goto('/rules')
  await page.getByRole('link', { name: 'Fan vibration by speed' }).click()
  await word(page, /the limit for its/).click()
  const bands = page.getByRole('table', { name: /Bands of/ })
  await expect(bands.getByRole('textbox', { name: 'Limit 1', exact: true })).toHaveValue('0.1')
  await type(page, 'To 1', '62')
  await expect(bands.getByText('Bands go upwards and must not overlap: begin at or above 62.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(word(page, /the limit for its/), 'Escape leads back to the word').toBeFocused()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeHidden()
})

test('who may not write rules reads them, with every word explained', async ({ page }) => {
  await signIn(page, 'technician')
  await page.goto('/rules')
  await expect(page.getByRole('button', { name: 'New rule' })).toBeHidden()
  await page.getByRole('link', { name: 'Oil temperature very high' }).click()
  await expect(page.getByText('You may read this rule.')).toBeVisible()
  for (const name of ['Publish', 'Retire', 'Save the draft']) await expect(page.getByRole('button', { name, exact: true })).toBeHidden()
  await word(page, 'back at 50 °C').click()
  await expect(page.getByRole('dialog', { name: 'Clear limit' })).toContainText('so that a value hovering at it does not open and close all the time')
})
