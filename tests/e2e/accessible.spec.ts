import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { ask } from './support/api.ts'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const THEMES = ['light', 'dark'] as const

async function wear(page: Page, theme: (typeof THEMES)[number]): Promise<void> {
  await page.context().addCookies([{ name: 'mw-theme', value: theme, url: process.env.MW_E2E_URL ?? '' }])
}

/** What axe finds, and whether the page is wider than the screen, in one list that should be empty. */
async function faults(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze()
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return [
    ...violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
    ...(beyond > 0 ? [`${where}: ${beyond} px wider than the screen`] : []),
  ]
}

async function routes(page: Page): Promise<string[]> {
  const { nodes } = await ask<{ nodes: readonly { id: string; tag: string }[] }>(page, 'assets.tree')
  const { items } = await ask<{ items: readonly { number: string }[] }>(page, 'workOrders.list', { limit: 2 })
  const rules = await ask<readonly { id: string }[]>(page, 'rules.list')
  const machines = nodes.filter(({ tag }) => /^(CT|HPU)-/.test(tag))
  expect(machines.length * items.length * rules.length, 'the demo has machines, orders and rules').toBeGreaterThan(0)
  return [
    '/', '/work-orders', ...items.map(({ number }) => `/work-orders/${number}`), '/assets', ...machines.map(({ id }) => `/assets/${id}`),
    '/rules', ...rules.slice(0, 1).map(({ id }) => `/rules/${id}`), '/sources', '/system', '/admin', '/about', '/nowhere',
  ]
}

for (const theme of THEMES) {
  test(`every page of the desk is accessible and fits, ${theme} @widths`, async ({ page }) => {
    test.setTimeout(240_000)
    await signIn(page, 'admin')
    await wear(page, theme)
    const found: string[] = []
    for (const route of await routes(page)) {
      await page.goto(route)
      await page.getByRole('main').waitFor()
      await page.waitForLoadState('load')
      found.push(...(await faults(page, route)))
    }
    expect(found).toEqual([])
  })

  test(`the sign-in page is accessible and fits, ${theme} @widths`, async ({ page }) => {
    await wear(page, theme)
    await page.goto('/sign-in')
    await expect(page.getByRole('button', { name: 'Technician' })).toBeVisible()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('Type your password.')).toBeVisible()
    expect(await faults(page, '/sign-in')).toEqual([])
  })
}

test('what opens over a page is accessible @widths', async ({ page }) => {
  const { name } = await signIn(page, 'supervisor')
  await page.goto('/work-orders')
  const found: string[] = []
  const look = async (where: string): Promise<void> => {
    found.push(...(await faults(page, where)))
    await page.keyboard.press('Escape')
  }
  await page.getByRole('button', { name: 'Find a machine or an order' }).click()
  await page.getByRole('dialog').getByRole('searchbox').fill('HPU')
  await expect(page.getByRole('menuitem', { name: /HPU-201/ }).first()).toBeVisible()
  await look('find')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.getByRole('button', { name: 'New order' }).click()
  await page.getByRole('button', { name: 'Make the order' }).click()
  await expect(page.getByText('Choose the machine.').first()).toBeVisible()
  await look('new order')

  const more = page.getByRole('button', { name: 'More', exact: true })
  if (await more.isVisible()) await more.click()
  await page.getByRole('button', { name: new RegExp(`^${name}: theme`) }).first().click()
  await expect(page.getByRole('menuitemradio', { name: 'Dark' })).toBeVisible()
  await look('user menu')
  expect(found).toEqual([])
})
