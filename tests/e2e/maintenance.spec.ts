import type { Page } from '@playwright/test'
import { demo, expect, signIn, test } from './fixtures.ts'
import { ask } from './support/api.ts'

const MACHINE = 'HPU-201'

async function openMachine(page: Page): Promise<void> {
  const { nodes } = await ask<{ nodes: readonly { id: string; tag: string }[] }>(page, 'assets.tree')
  await page.goto(`/assets/${nodes.find(({ tag }) => tag === MACHINE)?.id}`)
}

test('a technician declares a machine under maintenance, by keyboard, and takes it back; others see it and may not', async ({ page, browser }) => {
  await signIn(page, 'technician')
  await openMachine(page)
  await page.getByRole('button', { name: 'Declare maintenance' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: `Declare maintenance: ${MACHINE}` })
  await dialog.getByRole('button', { name: 'Declare maintenance' }).click()
  await expect(dialog.getByText('Say in a few words what is done.')).toBeVisible()
  await dialog.getByLabel('What is done? In a few words').fill('New oil cooler')
  await dialog.getByRole('radiogroup', { name: 'For how long at most?' }).getByText('2 h', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Declare maintenance' }).click()

  const panel = page.getByRole('region', { name: 'Alarms are kept quiet' })
  const name = demo().accounts.find(({ role }) => role === 'technician')?.name ?? ''
  await expect(panel.getByRole('listitem').filter({ hasText: 'New oil cooler' })).toContainText(name)
  await expect(page.getByRole('button', { name: 'Declare maintenance' })).toHaveCount(0)

  const other = await (await browser.newContext()).newPage()
  await signIn(other, 'planner')
  await openMachine(other)
  await expect(other.getByRole('region', { name: 'Alarms are kept quiet' })).toContainText('New oil cooler')
  await expect(other.getByRole('button', { name: 'Take it back' })).toHaveCount(0)
  await other.context().close()

  await panel.getByRole('button', { name: 'Take it back' }).click()
  await expect(panel).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Declare maintenance' })).toBeVisible()
})
