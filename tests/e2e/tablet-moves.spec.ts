import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { Role } from '#server/core/people/permissions.ts'
import { withTenant } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { expect, test } from './fixtures.ts'
import { ask, tell } from './support/api.ts'
import { addPeople, busyLine, inInstallation, signInAt, type BusyLine } from './support/busy-line.ts'

interface Filed { readonly id: string; readonly number: string }

/** An order with one step and one part to take along. */
async function plannedOrder(page: Page, { plant }: BusyLine): Promise<Filed> {
  const filed = await tell<Filed>(page, 'workOrders.create', { source: 'manual', kind: 'preventive', assetId: plant.assetIds[1], title: 'Quarterly service', idempotencyKey: crypto.randomUUID() })
  await inInstallation(() => withTenant(plant.orgId, (tx) => tx.db.workOrderTask.create({
    data: { orgId: plant.orgId, id: newId(), workOrderId: filed.id, position: 1, title: 'Guard is in place', kind: 'pass-fail', spec: {} },
  })))
  await tell(page, 'workOrders.planPart', { id: filed.id, opId: crypto.randomUUID(), version: 1, description: 'V-belt', quantity: '2' })
  return filed
}

/** A tablet of one person, with his work on it and without a network. */
async function tabletOf(browser: Browser, line: BusyLine, role: Role, number: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 820, height: 1180 }, hasTouch: true, baseURL: process.env.MW_E2E_URL ?? '' })
  const page = await context.newPage()
  await signInAt(page, line, role)
  await page.goto('/m')
  await page.getByLabel('Name of this tablet').fill(`Tablet of the ${role}`)
  await page.getByRole('button', { name: 'Fetch my work' }).tap()
  await expect(page.getByText(number).first()).toBeVisible()
  await page.goto('/m/settings')
  await expect(page.getByText('It opens without a network.')).toBeVisible()
  await context.setOffline(true)
  await page.goto(`/m/o/${number}`)
  await expect(page.getByText('No network')).toBeVisible()
  return { page, context }
}

/** change writes a field of the order on a tablet. */
async function change(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).tap()
  await page.getByRole('link', { name: 'Change what it says' }).tap()
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Keep', exact: true }).tap()
  await expect(page.getByRole('button', { name: 'More', exact: true })).toBeVisible()
}

const comment = async (page: Page, words: string): Promise<void> => {
  await page.getByLabel('What the next person should know').fill(words)
  await page.getByRole('button', { name: 'Keep the comment' }).tap()
  await expect(page.getByText(words)).toBeVisible()
}

interface View {
  readonly order: { readonly title: string; readonly description: string | null; readonly dueAt: string | null; readonly status: string }
  readonly tasks: readonly { readonly answer: { readonly value: unknown } | null }[]
  readonly parts: readonly { readonly name: string; readonly quantity: string }[]
  readonly history: readonly { readonly type: string; readonly data: { readonly text?: string; readonly changed?: { readonly title?: string } } }[]
}

test('two tablets and a planner change one order: everybody’s work is there, and only the field that two changed asks the one who wrote it', async ({ page, browser }) => {
  test.setTimeout(150_000)
  const line = await busyLine()
  await inInstallation(() => addPeople(line.plant, ['planner']))
  await signInAt(page, line, 'supervisor')
  const { id, number } = await plannedOrder(page, line)
  const first = await tabletOf(browser, line, 'technician', number)
  const second = await tabletOf(browser, line, 'supervisor', number)

  await first.page.getByRole('button', { name: 'Start' }).tap()
  await change(first.page, { Title: 'Belt slips at the drive end', 'To be done by': '2031-05-04T10:30' })
  await first.page.getByRole('radio', { name: 'OK', exact: true }).tap()
  await comment(first.page, 'Guard was loose')
  await change(second.page, { Description: 'Bring the long ladder' })
  await second.page.getByRole('button', { name: 'Used: V-belt, 2' }).tap()
  await comment(second.page, 'Belt is in the van')

  await signInAt(page, line, 'planner')
  await page.goto(`/work-orders/${number}`)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await page.getByLabel('Title').fill('Quarterly service, new belt')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Quarterly service, new belt' })).toBeVisible()

  await first.context.setOffline(false)
  await second.context.setOffline(false)
  for (const tablet of [first.page, second.page]) await expect(tablet.getByText('nothing waits')).toBeVisible({ timeout: 60_000 })
  await expect(first.page.getByText('1 needs you')).toBeVisible()
  await expect(second.page.getByText('0 need you')).toBeVisible()
  const merged = await ask<View>(page, 'workOrders.get', { id })
  expect(merged.order).toMatchObject({ title: 'Quarterly service, new belt', description: 'Bring the long ladder', dueAt: '2031-05-04T08:30:00.000Z', status: 'in_progress' })
  expect(merged.tasks.map(({ answer }) => answer?.value)).toEqual([true])
  expect(merged.parts).toMatchObject([{ name: 'V-belt', quantity: '2' }])
  expect(merged.history.flatMap(({ data }) => data.text ?? []).toSorted()).toEqual(['Belt is in the van', 'Guard was loose'])

  // Not even a tablet that is switched off and on loses the question.
  await first.page.goto('/m/outbox')
  const question = first.page.getByRole('region', { name: 'You and planner of the line both changed this: Title' })
  await expect(question).toBeVisible()
  await expect(question.getByText('Belt slips at the drive end')).toBeVisible()
  await expect(question.getByText('Quarterly service, new belt')).toBeVisible()
  await question.getByRole('button', { name: 'Keep mine' }).tap()
  await expect(question).toHaveCount(0)
  await expect(async () => {
    const { order, history } = await ask<View>(page, 'workOrders.get', { id })
    expect(order.title).toBe('Belt slips at the drive end')
    expect(history.flatMap(({ data }) => data.changed?.title ?? []).toSorted()).toEqual(['Belt slips at the drive end', 'Quarterly service, new belt'])
  }).toPass({ timeout: 30_000 })
  for (const tablet of [first.page, second.page]) await expect(tablet.getByText('0 need you')).toBeVisible()
  await first.context.close()
  await second.context.close()
})

test('what nobody planned, without a network: a report, work that was done already, a part from the list, another machine and the rest; all of it arrives once', async ({ page, browser }) => {
  test.setTimeout(150_000)
  const line = await busyLine()
  const { orgId } = line.plant
  await inInstallation(() => withTenant(orgId, (tx) => tx.db.part.create({ data: { orgId, id: newId(), number: 'SEAL-9', name: 'Lip seal', unit: 'pcs', bin: 'B-04' } })))
  await signInAt(page, line, 'supervisor')
  const { id, number } = await plannedOrder(page, line)
  const { page: tablet, context } = await tabletOf(browser, line, 'technician', number)

  await tablet.goto('/m/a/M-3')
  await tablet.getByRole('link', { name: 'Report something' }).tap()
  await tablet.getByRole('radiogroup', { name: 'Is anybody in danger?' }).getByRole('radio', { name: 'No' }).tap()
  await tablet.getByLabel('What is wrong?').fill('Belt squeals when cold')
  await tablet.getByRole('radiogroup', { name: 'Does the machine stand still?' }).getByRole('radio', { name: 'Yes' }).tap()
  await tablet.getByRole('button', { name: 'Report it' }).tap()
  await expect(tablet.getByRole('list', { name: 'Already reported here' }).getByText('Belt squeals when cold')).toBeVisible()
  await tablet.getByRole('link', { name: 'Done already' }).tap()
  await tablet.getByLabel('What was done?').fill('Guard greased')
  await tablet.getByRole('radio', { name: 'Service' }).tap()
  await tablet.getByRole('radio', { name: '15 min' }).tap()
  await tablet.getByRole('button', { name: 'Keep as done' }).tap()
  await expect(tablet.getByText(/^T-[0-9A-F]{6}-2 is kept as done\.$/)).toBeVisible()

  await tablet.goto(`/m/o/${number}`)
  await tablet.getByRole('button', { name: 'Start' }).tap()
  const more = async (name: string): Promise<void> => {
    await tablet.getByRole('button', { name: 'More', exact: true }).tap()
    await tablet.getByRole('link', { name }).tap()
  }
  await more('Parts: add or put back')
  await tablet.getByLabel('Part', { exact: true }).fill('b-04')
  await tablet.getByRole('button', { name: /Lip seal/ }).tap()
  await tablet.getByRole('button', { name: 'One more' }).tap()
  await tablet.getByRole('button', { name: 'Used', exact: true }).tap()
  await expect(tablet.getByText('Lip seal')).toBeVisible()
  await tablet.goto(`/m/o/${number}`)
  await more('Is this the right machine?')
  await tablet.getByLabel('Code on the machine').fill('M-3')
  await tablet.getByRole('button', { name: /^M-3/ }).tap()
  await expect(tablet.getByText(/^The order is for M-1/)).toBeVisible()
  await tablet.getByRole('button', { name: 'Move this order to M-3, with its time, parts and readings' }).tap()
  await expect(tablet.getByRole('heading', { level: 1, name: /^M-3/ })).toBeVisible()
  await more('Close what is done, carry the rest')
  await expect(tablet.getByLabel('What the new order is called')).toHaveValue('Rest: Quarterly service')
  await tablet.getByRole('button', { name: 'Close this, carry the rest' }).tap()
  await expect(tablet.getByText('6 waiting')).toBeVisible()

  await context.setOffline(false)
  await expect(tablet.getByText('nothing waits')).toBeVisible({ timeout: 60_000 })
  const { items } = await ask<{ items: readonly { title: string; status: string; assetTag: string; number: string }[] }>(page, 'workOrders.list', {})
  expect(items.map(({ title, status, assetTag }) => [title, status, assetTag]).toSorted()).toEqual([
    ['Belt squeals when cold', 'requested', 'M-3'], ['Guard greased', 'completed', 'M-3'], ['Quarterly service', 'completed', 'M-3'], ['Rest: Quarterly service', 'approved', 'M-3'],
  ])
  const { parts } = await ask<View>(page, 'workOrders.get', { id })
  expect(parts).toMatchObject([{ name: 'Lip seal', quantity: '2' }])
  await context.close()
})
