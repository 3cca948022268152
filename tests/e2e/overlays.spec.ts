import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { ask, tell } from './support/api.ts'
import { axeFaults, overflowFaults } from './support/faults.ts'
import { addressesOf } from './support/pages.ts'

const OPEN = '[role=dialog], [role=menu], [role=listbox]'

/** What lies open over a page, looked at in both themes; then Escape closes it. */
async function lookOver(page: Page, what: string): Promise<string[]> {
  const found: string[] = []
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    found.push(...(await axeFaults(page, `${what}, ${theme}`)))
  }
  found.push(...(await overflowFaults(page, what)))
  await page.keyboard.press('Escape')
  await expect(page.locator(OPEN)).toHaveCount(0)
  return found
}

/** Everything on the page that says it opens something; of the words with an explanation, which all look alike, the first. */
async function openers(page: Page): Promise<readonly string[]> {
  const all = await page.locator('button[aria-haspopup]:visible, main button[aria-expanded=false]:visible').evaluateAll((buttons) =>
    buttons.map((button) => ({ id: button.id, kind: button.hasAttribute('aria-haspopup') ? button.id : 'word' })))
  return [...new Map(all.toReversed().map(({ id, kind }) => [kind, id])).values()]
}

async function orderInProgress(page: Page): Promise<string> {
  const { nodes } = await ask<{ nodes: readonly { id: string; tag: string }[] }>(page, 'assets.tree')
  const assetId = nodes.find(({ tag }) => tag === 'EX-101')?.id
  const made = await tell<{ id: string; number: string; version: number }>(page, 'workOrders.create', {
    source: 'manual', assetId, title: 'Look at the coupling', kind: 'corrective', priority: 4, idempotencyKey: crypto.randomUUID(),
  })
  const { order } = await ask<{ order: { version: number } }>(page, 'workOrders.get', { id: made.id })
  await tell(page, 'workOrders.start', { id: made.id, opId: crypto.randomUUID(), version: order.version })
  return made.number
}

test.describe('what opens over a page is accessible in both themes', () => {
  test.setTimeout(180_000)
  test.beforeEach(async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await signIn(page, 'admin')
  })

  test('menus, lists and explained words @widths', async ({ page }) => {
    const found: string[] = []
    const { nodes } = await ask<{ nodes: readonly { id: string; tag: string }[] }>(page, 'assets.tree')
    for (const address of ['/work-orders', `/assets/${nodes.find(({ tag }) => tag === 'CT-301')?.id}`]) {
      await page.goto(address)
      await page.getByRole('heading', { level: 1 }).waitFor()
      // On a phone some filters are folded away.
      const folded = page.getByRole('button', { name: 'More filters' })
      if (await folded.isVisible()) await folded.click()
      const ids = await openers(page)
      expect(ids, `${address} has something to open`).not.toEqual([])
      for (const id of ids) {
        await page.locator(`[id="${id}"]`).click()
        await expect(page.locator(OPEN).first()).toBeVisible()
        found.push(...(await lookOver(page, `${address} ${id}`)))
      }
    }
    expect(found).toEqual([])
  })

  test('search and "More", and what one fills in @widths', async ({ page }) => {
    const found: string[] = []
    await page.goto('/work-orders')
    await page.getByRole('button', { name: 'Find a machine or an order' }).click()
    await page.getByRole('searchbox', { name: 'Tag, name or number' }).fill('HPU')
    await expect(page.getByRole('menuitem', { name: /HPU-201/ }).first()).toBeVisible()
    found.push(...(await axeFaults(page, 'find')))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)

    const more = page.getByRole('button', { name: 'More', exact: true })
    if (await more.isVisible()) {
      await more.click()
      await expect(page.getByRole('dialog')).toBeVisible()
      found.push(...(await lookOver(page, 'more')))
    }

    await page.getByRole('button', { name: 'New order' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Make the order' }).click()
    await expect(page.getByText('Choose the machine.').first()).toBeVisible()
    found.push(...(await lookOver(page, 'new order with what is missing')))

    await page.goto('/assets')
    await page.getByRole('row', { name: /^CT-301/ }).click()
    await page.getByRole('button', { name: 'Report a fault' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Send the report' }).click()
    await expect(page.getByText('Say in a few words what is wrong.')).toBeVisible()
    found.push(...(await lookOver(page, 'report with what is missing')))
    expect(found).toEqual([])
  })

  test('dialogs of rules, sources and the administration, with what is missing @widths', async ({ page }) => {
    const found: string[] = []
    const [rule = ''] = await addressesOf(page, '/rules/[id]')
    for (const [address, name] of [
      ['/rules', /^New rule$/], [rule, /^Retire$/], ['/sources', /^Switch .* off$/], ['/admin', /^Add a person$/], ['/admin', /^Make a key$/],
    ] as const) {
      if (new URL(page.url(), 'http://none').pathname !== address) await page.goto(address)
      await page.getByRole('button', { name }).first().click()
      const dialog = page.getByRole('dialog')
      await expect(dialog).toBeVisible()
      // A form says what it lacks; what only asks "really?" is left alone.
      if (await dialog.getByRole('textbox').count() > 0) await dialog.getByRole('button').last().click()
      found.push(...(await lookOver(page, `${address} ${name.source}`)))
    }
    expect(found).toEqual([])
  })

  test('every word of a rule while it is changed @widths', async ({ page }) => {
    const found: string[] = []
    const [rule = ''] = await addressesOf(page, '/rules/[id]')
    await page.goto(rule)
    const words = page.locator('[id^=rule-word-]:not(#rule-word-editor)')
    await expect(words.first()).toBeVisible()
    for (const id of await words.evaluateAll((all) => all.map((word) => word.id))) {
      await page.locator(`#${id}`).click()
      await expect(page.locator('#rule-word-editor')).toBeVisible()
      found.push(...(await axeFaults(page, id)), ...(await overflowFaults(page, id)))
    }
    expect(found).toEqual([])
  })

  test('every dialog of a work order in progress, and closing it with nothing filled in @widths', async ({ page }) => {
    const found: string[] = []
    await page.goto(`/work-orders/${await orderInProgress(page)}`)
    const more = page.getByRole('button', { name: 'More actions' })
    await more.click()
    const commands = await page.getByRole('menuitem').allInnerTexts()
    await page.keyboard.press('Escape')
    for (const command of commands.filter((name) => !/my time/.test(name))) {
      await more.click()
      await page.getByRole('menuitem', { name: command, exact: true }).click()
      // Sent with nothing filled in, it says what is missing; these need nothing and would be sent.
      if (!['Assign', 'Plan', 'Approve', 'I saw it too'].includes(command)) await page.getByRole('dialog').getByRole('button').last().click()
      found.push(...(await lookOver(page, command)))
    }
    await page.getByRole('button', { name: 'Close the order' }).click()
    // What is asked first depends on what earlier cases suggest.
    await expect(page.getByText(/^Say (which part it was|which failure it was|what you did)/).first()).toBeVisible()
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      found.push(...(await axeFaults(page, `closing, ${theme}`)))
    }
    expect(found).toEqual([])
  })
})
