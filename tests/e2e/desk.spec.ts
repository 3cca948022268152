import { expect, signIn, test } from './fixtures.ts'
import { ask } from './support/api.ts'

interface Node { readonly id: string; readonly tag: string }
const machine = async (page: Parameters<typeof ask>[0], tag: string): Promise<string> => {
  const { nodes } = await ask<{ nodes: readonly Node[] }>(page, 'assets.tree')
  const found = nodes.find((node) => node.tag === tag)
  if (!found) throw new Error(`There is no ${tag}.`)
  return found.id
}

test('theme and language stay chosen, without a flash of the other', async ({ page }) => {
  const { name } = await signIn(page, 'manager')
  await page.goto('/')
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
  await expect(page.getByRole('link', { name: 'Übersicht' })).toBeVisible()

  // The server itself sends the next page dark and in German.
  const html = await (await page.request.get('/assets')).text()
  expect(html).toMatch(/<html[^>]*lang="de"[^>]*data-theme="dark"/)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await expect(page.getByRole('link', { name: 'Overview' })).toBeVisible()
})

test('a link shares the view: filters of the list and of a trend stand in the address', async ({ page }) => {
  await signIn(page, 'planner')
  await page.goto('/work-orders')
  await page.getByRole('radio', { name: 'All', exact: true }).click()
  await page.getByRole('radio', { name: 'Nobody’s' }).click()
  await expect(page).toHaveURL(/stage=all/)
  await expect(page).toHaveURL(/scope=nobody/)
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Nobody’s' })).toBeChecked()
  await page.getByLabel('Number, machine or words').fill('no such words')
  await expect(page.getByText('Orders exist, but none matches these filters.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await expect(page.getByText('Orders exist, but none matches these filters.')).toHaveCount(0)

  await page.goto(`/assets/${await machine(page, 'HPU-201')}?range=7d`)
  await expect(page.getByRole('radio', { name: '7 d' })).toBeChecked()
  await page.getByRole('button', { name: /^Oil temperature 2/ }).click()
  await expect(page).toHaveURL(/point=TS2/)
  await expect(page.getByRole('region', { name: /Oil temperature 2/ })).toBeVisible()
})

test('by keyboard alone: skip to the content, find a machine, read its trend', async ({ page }) => {
  await signIn(page, 'reliability-engineer')
  await page.goto('/work-orders')
  await page.getByRole('main').waitFor()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('hpu-201')
  // The machine itself, not only its orders, which may be found first.
  const machine = page.getByRole('menuitem', { name: /^HPU-201/ })
  await expect(machine).toBeVisible()
  const chosen = page.locator('[role="menuitem"][data-focused]')
  const idOf = async (): Promise<string | null> => ((await chosen.count()) === 0 ? null : chosen.first().getAttribute('id', { timeout: 1000 }))
  const wanted = await machine.getAttribute('id')
  for (let at = await idOf(), step = 0; at !== wanted && step < 12; step += 1) {
    const before = at
    await page.keyboard.press('ArrowDown')
    await expect(async () => {
      at = await idOf()
      expect(at).not.toBe(before)
    }).toPass()
  }
  await expect(machine).toHaveAttribute('data-focused')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /HPU-201/ })).toBeVisible()

  const trend = page.getByRole('group', { name: /Course of HPU-201/ })
  await trend.focus()
  const outline = await trend.evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(outline, 'focus is visible').not.toBe('none')
  await page.keyboard.press('ArrowLeft')
  await expect(trend.getByText(/TS1|Oil temperature/).first()).toBeVisible()
})

test('an open page follows what others do', async ({ page, browser }) => {
  await signIn(page, 'manager')
  await page.goto('/work-orders')
  const { items } = await ask<{ items: readonly { number: string }[] }>(page, 'workOrders.list', { status: ['approved', 'planned'] })
  const number = items[0]?.number ?? ''
  expect(number, 'an order is open').not.toBe('')
  await page.goto(`/work-orders/${number}`)
  await expect(page.locator('[data-live=live]')).toBeVisible()

  const other = await (await browser.newContext()).newPage()
  await signIn(other, 'supervisor')
  await other.goto(`/work-orders/${number}`)
  const said = `seen at ${number}`
  await other.getByLabel('Add a comment').fill(said)
  await other.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('list', { name: 'History' }).getByText(said)).toBeVisible()
  await other.context().close()
})

test('a session that ended leads to the sign-in page and back', async ({ page, context }) => {
  await signIn(page, 'technician')
  // Nothing of the product is open while the session ends, so that only the address leads on.
  await context.clearCookies()
  await page.goto('/work-orders?stage=all')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fwork-orders%3Fstage%3Dall/)
  await signIn(page, 'technician')
  await page.reload()
  await expect(page).toHaveURL(/\/work-orders\?stage=all/)
})
