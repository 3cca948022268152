import type { Page } from '@playwright/test'
import { demo, expect, signIn, test } from './fixtures.ts'
import { ask, attempt } from './support/api.ts'
import { enter } from './support/people.ts'

const MACHINE = 'EX-101'

const menu = (page: Page): Promise<string[]> => page.getByRole('navigation', { name: 'Main' }).getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))

async function openMachine(page: Page): Promise<void> {
  const { nodes } = await ask<{ nodes: readonly { id: string; tag: string }[] }>(page, 'assets.tree')
  await page.goto(`/assets/${nodes.find(({ tag }) => tag === MACHINE)?.id}`)
}

async function fromMenu(page: Page, command: string): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: command }).click()
}

const state = (page: Page) => page.getByRole('list', { name: 'Where the order is' }).locator('[aria-current=step]')

test('a requester sees machines, and nothing of rules, sources, orders and the system', async ({ page }) => {
  await signIn(page, 'requester')
  await page.goto('/')
  await expect(page).toHaveURL(/\/assets$/)
  expect(await menu(page)).toEqual(['/assets'])
  for (const path of ['/rules', '/sources', '/work-orders', '/system']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'There is nothing here' }), path).toBeVisible()
  }
  for (const procedure of ['rules.list', 'sources.list', 'workOrders.list', 'system.health', 'audit.list']) {
    const answer = await page.request.get(`/api/trpc/${procedure}?input=%7B%7D`)
    expect(answer.status(), procedure).toBe(403)
  }
})

test('a request is approved, planned, assigned, started, held, resumed and completed, each by whom it concerns', async ({ browser }) => {
  test.setTimeout(120_000)
  const people = enter(browser)
  const title = `Oil drips at the gearbox ${Date.now()}`

  const requester = await people.page('requester')
  await openMachine(requester)
  await requester.getByRole('button', { name: 'Report a fault' }).click()
  await requester.getByLabel('What is wrong? In a few words').fill(title)
  await requester.getByRole('radiogroup', { name: 'How urgent is it?' }).getByText('soon, today').click()
  await requester.getByRole('button', { name: 'Send the report' }).click()
  await expect(requester.getByText(`Reported for ${MACHINE}. A supervisor decides on it.`)).toBeVisible()

  const supervisor = await people.page('supervisor')
  await supervisor.goto(`/work-orders?q=${encodeURIComponent(title)}`)
  await supervisor.getByRole('list', { name: 'Work orders' }).getByRole('link').click()
  await expect(state(supervisor)).toHaveText('Requested')
  const address = new URL(supervisor.url()).pathname
  await supervisor.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(state(supervisor)).toHaveText('Approved')

  const planner = await people.page('planner')
  await planner.goto(address)
  await fromMenu(planner, 'Plan')
  await planner.getByRole('textbox', { name: 'Hours of work' }).fill('2')
  await planner.getByRole('dialog').getByRole('button', { name: 'Plan', exact: true }).click()
  await expect(state(planner)).toHaveText('Planned')

  const technician = await people.page('technician')
  await technician.goto(address)
  await expect(technician.getByRole('button', { name: 'Assign' })).toHaveCount(0)
  const name = demo().accounts.find(({ role }) => role === 'technician')?.name ?? ''
  await supervisor.getByRole('button', { name: 'Person' }).click()
  await supervisor.getByRole('option', { name }).click()
  await supervisor.getByRole('button', { name: `Assign to ${name}` }).click()
  await expect(supervisor.getByRole('list', { name: 'History' })).toContainText(`assigned it to ${name}`)

  await technician.getByRole('button', { name: 'Start the work' }).click()
  await expect(state(technician)).toHaveText('In progress')
  await fromMenu(technician, 'Let it wait')
  const hold = technician.getByRole('dialog')
  await hold.getByRole('button', { name: 'Let it wait' }).click()
  await expect(hold.getByText('Say what the work waits for.')).toBeVisible()
  await hold.getByText('waits for a part').click()
  await hold.getByRole('button', { name: 'Let it wait' }).click()
  await expect(state(technician)).toHaveText('On hold')
  await expect(technician.getByRole('main').getByText('waits for a part').first()).toBeVisible()
  await technician.getByRole('button', { name: 'Go on with the work' }).click()
  await expect(state(technician)).toHaveText('In progress')

  // A contractor may say what was found, but not close.
  const contractor = await people.page('contractor')
  await contractor.goto(address)
  await expect(contractor.getByRole('button', { name: 'Complete the work' })).toBeVisible()
  await expect(contractor.getByRole('button', { name: 'Close the order' })).toHaveCount(0)
  const { order } = await ask<{ order: { id: string; version: number } }>(contractor, 'workOrders.get', { id: address.split('/').at(-1) })
  const refused = await attempt(contractor, 'workOrders.close', { id: order.id, opId: crypto.randomUUID(), version: order.version })
  expect(refused.status).toBe(403)
  await expect(state(technician)).toHaveText('In progress')

  const form = technician.getByRole('region', { name: 'Next: close it' })
  // Nobody was warned of this fault, so no verdict is asked, but its name.
  await expect(form.getByRole('radiogroup', { name: 'Was the alarm right?' })).toHaveCount(0)
  for (const question of ['Which failure was it?', 'Which part was it?', 'What did you do?']) await form.getByRole('radiogroup', { name: question }).locator('label').first().click()
  await form.getByRole('button', { name: 'Close the order' }).click()
  await expect(state(technician)).toHaveText('Closed')

  const told = await technician.getByRole('list', { name: 'History' }).getByRole('listitem').allInnerTexts()
  for (const event of ['Opened by', 'Approved by', 'Planned by', 'assigned it to', 'started the work', 'let it wait', 'went on', 'Closed by']) {
    expect(told.filter((line) => line.includes(event)), event).toHaveLength(1)
  }
  await people.leave()
})
