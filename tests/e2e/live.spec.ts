import { signIn } from './fixtures.ts'
import { expect, test } from './support/trouble-test.ts'

test('an open overview shows a situation and its order as soon as posted readings break a limit, without a reload', async ({ page, makeTrouble }) => {
  test.setTimeout(120_000)
  const trouble = await makeTrouble({ point: 'TS4', limit: 120, failureMode: 'VIB' })
  await signIn(page, 'supervisor')
  await page.goto('/')
  await expect(page.locator('[data-live=live]')).toBeVisible()
  const situation = page.getByRole('main').getByRole('listitem').filter({ hasText: 'limit 120 °C' })
  await expect(situation).toHaveCount(0)
  await page.evaluate(() => { document.body.dataset['sameDocument'] = 'yes' })

  // As a machine does: one reading after the other, until the page tells.
  await expect(async () => {
    await trouble.send(131)
    await expect(situation).toContainText('131 °C', { timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  await expect(situation.getByRole('link', { name: /^Open WO-|^Assign WO-/ })).toBeVisible()
  await expect(page.locator('body')).toHaveAttribute('data-same-document', 'yes')
})
