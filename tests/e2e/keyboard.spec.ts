import { demo } from './fixtures.ts'
import { tabTo } from './support/keyboard.ts'
import { expect, test } from './support/trouble-test.ts'

test('by keyboard alone: sign in, see the overview, open an order, start it and close it; the focus is always seen', async ({ page, makeTrouble }) => {
  test.setTimeout(120_000)
  const trouble = await makeTrouble({ point: 'TS3', limit: 110, failureMode: 'ELU' })
  const { password, accounts } = demo()

  await page.goto('/sign-in')
  await tabTo(page, page.getByLabel('E-mail'))
  await page.keyboard.type(accounts.find(({ role }) => role === 'technician')?.email ?? '')
  await tabTo(page, page.getByLabel('Password'))
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('need')

  const situation = page.getByRole('main').getByRole('listitem').filter({ hasText: 'limit 110 °C' })
  const take = situation.getByRole('link', { name: /^Take WO-/ })
  await expect(async () => {
    await trouble.send(121)
    await expect(take).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  await tabTo(page, take)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible()

  const start = page.getByRole('button', { name: 'Start the work' })
  await tabTo(page, start)
  await page.keyboard.press('Enter')
  for (const question of ['Was the alarm right?', 'Which part was it?', 'What did you do?']) {
    const first = page.getByRole('radiogroup', { name: question }).getByRole('radio').first()
    await tabTo(page, first)
    await page.keyboard.press('Space')
    await expect(first).toBeChecked()
  }
  // The answer beside it by an arrow.
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radiogroup', { name: 'What did you do?' }).getByRole('radio').nth(1)).toBeChecked()
  await tabTo(page, page.getByRole('button', { name: 'Close the order' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Where the order is' }).locator('[aria-current=step]')).toHaveText('Closed')
})
