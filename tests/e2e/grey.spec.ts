import { expect, signIn, test } from './fixtures.ts'
import { ask } from './support/api.ts'
import { colourShare } from './support/colour.ts'
import { openOrder } from './support/orders.ts'

const MOST = 0.005

for (const theme of ['light', 'dark'] as const) {
  test(`grey when normal, ${theme}: pages without an alarm have hardly a coloured pixel, and an alarm is the colour on its page @widths`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.goto('/sign-in')
    expect(await colourShare(page), '/sign-in').toBeLessThan(MOST)

    await signIn(page, 'admin')
    const { nodes } = await ask<{ nodes: readonly { id: string; tag: string }[] }>(page, 'assets.tree')
    const cooler = nodes.find(({ tag }) => tag === 'HE-201')
    for (const address of ['/work-orders?stage=ended', `/assets/${cooler?.id}`, '/sources', '/system', '/about']) {
      await page.goto(address)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await colourShare(page), address).toBeLessThan(MOST)
    }

    const { number } = await openOrder(page, 'HPU-201')
    await page.goto(`/work-orders/${number}`)
    await expect(page.getByRole('img', { name: /^Priority/ }).first()).toBeVisible()
    expect(await colourShare(page), 'the alarm is coloured').toBeGreaterThan(0.00005)
  })
}
