import { type Browser, type BrowserContextOptions, type Locator, type Page } from '@playwright/test'
import { hmacOf } from '#tests/harness/browser-keys.ts'
import { testReceiver, type Receiver } from '#tests/harness/receiver.ts'
import { expect, test } from './fixtures.ts'
import { ask } from './support/api.ts'
import { busyLine, signInAt, type BusyLine } from './support/busy-line.ts'
import { axeFaults, overflowFaults, watchConsole } from './support/faults.ts'
import { tabTo } from './support/keyboard.ts'

test.describe.configure({ mode: 'serial' })

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
let line: BusyLine
let receiver: Receiver

test.beforeAll(async () => {
  line = await busyLine()
  receiver = await testReceiver()
})
test.afterAll(() => receiver.close())

const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
const called = (page: Page): Locator => part(page, 'You are called')

/** Ticks a box by its words. */
const tick = (scope: Locator, words: string): Promise<void> => scope.locator('label').filter({ hasText: words }).click()

/** A person of the line in a browser of their own, on a page. */
async function at(browser: Browser, role: 'supervisor' | 'technician' | 'admin', address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  await signInAt(page, line, role)
  await page.goto(address)
  return page
}

/** Lets a machine get far too hot, and waits until somebody was called for it. */
async function overheat(page: Page, machine: number): Promise<void> {
  const calls = async (): Promise<number> => (await ask<readonly { params: { assetTag?: string } }[]>(page, 'onCall.open')).filter(({ params }) => params.assetTag === `M-${machine}`).length
  await line.send({ [machine]: 130 })
  await expect.poll(async () => { await line.send({}); return calls() }, { message: `somebody is called for M-${machine}`, timeout: 30_000 }).toBe(1)
}

test('a supervisor makes a skill, gives it and an area to somebody, and writes and changes a roster', async ({ page }) => {
  await signInAt(page, line, 'supervisor')
  await page.goto('/on-call')
  await expect(page.getByText('There is no roster yet.')).toBeVisible()

  await part(page, 'Skills').getByRole('button', { name: 'New skill' }).click()
  const skill = page.getByRole('dialog', { name: 'New skill' })
  await skill.getByRole('button', { name: 'Save' }).click()
  await expect(skill.getByText('Give the skill a name.')).toBeVisible()
  await skill.getByRole('textbox', { name: 'Name' }).fill('Cooling circuits')
  await tick(skill, 'Overheating')
  await skill.getByRole('button', { name: 'Save' }).click()
  await expect(part(page, 'Skills')).toContainText('for Overheating')

  await page.getByRole('button', { name: 'Change: technician of the line' }).click()
  const person = page.getByRole('dialog', { name: 'Change: technician of the line' })
  await tick(person, 'Cooling circuits')
  await tick(person, 'L-0 L-0')
  await person.getByRole('button', { name: 'Save' }).click()
  const able = part(page, 'People').getByRole('listitem', { name: 'technician of the line' })
  await expect(able).toContainText('Cooling circuits')
  await expect(able).toContainText('L-0')

  await page.getByRole('button', { name: 'New roster' }).click()
  const roster = page.getByRole('dialog', { name: 'New roster' })
  await roster.getByRole('textbox', { name: 'Name' }).fill('Round the clock')
  for (const [index, who] of ['manager', 'technician'].entries()) {
    await roster.getByRole('button', { name: 'Add a line' }).click()
    const shift = roster.getByRole('group', { name: `Line ${index + 1}` })
    await shift.getByRole('combobox', { name: 'Person' }).fill(who)
    await page.getByRole('option', { name: `${who} of the line` }).click()
    for (const side of ['From', 'To']) await shift.getByLabel(side, { exact: true }).fill('00:00')
  }
  await roster.getByRole('button', { name: 'Save the roster' }).click()
  await expect(part(page, 'Round the clock')).toContainText('On call now: manager of the line, technician of the line')
  await expect(part(page, 'Round the clock')).toContainText('no gap this week')

  await page.getByRole('button', { name: 'Change: Round the clock' }).click()
  const changed = page.getByRole('dialog', { name: 'Change: Round the clock' })
  await changed.getByRole('textbox', { name: 'Minutes until the next person is called' }).fill('5')
  await changed.getByRole('button', { name: 'Save the roster' }).click()
  await expect(part(page, 'Round the clock')).toContainText('the next person after 5 min')
})

test('who has the skill is called, sees it without asking again, and comes: by touch and by keys', async ({ browser }) => {
  const phone = await at(browser, 'technician', '/', PHONE)
  await expect(phone.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(called(phone)).toHaveCount(0)
  await overheat(phone, 0)
  await expect(called(phone)).toContainText('M-0')
  await expect(phone.getByRole('button', { name: /^What you were told: \d+ unread$/ })).toBeVisible()
  const faults = [...await axeFaults(phone, 'called'), ...await overflowFaults(phone, 'called')]
  const accept = called(phone).getByRole('button', { name: 'I come' })
  expect((await accept.boundingBox())?.height).toBeGreaterThanOrEqual(48)
  await accept.tap()
  await expect(called(phone)).toHaveCount(0)

  // Where the order stands everybody sees who was called, and who comes.
  const desk = await at(browser, 'supervisor', '/')
  const { items } = await ask<{ items: readonly { number: string }[] }>(desk, 'workOrders.list', {})
  await desk.goto(`/work-orders/${items[0]?.number}`)
  await expect(part(desk, 'Call-out')).toContainText('technician of the line has accepted and comes.')
  await desk.goto('/notifications')
  await expect(part(desk, 'What you were told').getByRole('listitem').filter({ hasText: 'M-0' }).first()).toBeVisible()
  await phone.context().close()

  const keys = await at(browser, 'technician', '/notifications')
  await expect(part(keys, 'What you were told').getByRole('listitem').filter({ hasText: 'M-0' }).first()).toBeVisible()
  await overheat(keys, 1)
  await expect(called(keys)).toContainText('M-1')
  // The supervisor's page hears of it, too.
  await expect(part(desk, 'What you were told').getByRole('listitem').filter({ hasText: 'M-1' }).first()).toBeVisible()
  await tabTo(keys, called(keys).getByRole('button', { name: 'I come' }))
  await keys.keyboard.press('Enter')
  await expect(called(keys)).toHaveCount(0)
  await keys.context().close()
  await desk.context().close()
  expect(faults).toEqual([])
})

test('a webhook is made, tested against a real receiver and given a new secret, by keys alone', async ({ browser }) => {
  const page = await at(browser, 'admin', '/admin', { permissions: ['clipboard-read', 'clipboard-write'] })
  const hooks = part(page, 'Webhooks')
  await tabTo(page, hooks.getByRole('button', { name: 'New webhook' }))
  await page.keyboard.press('Enter')
  const make = page.getByRole('dialog', { name: 'New webhook' })
  await expect(make.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.type('Pagers')
  await tabTo(page, make.getByRole('textbox', { name: 'Address' }))
  // What the installation has not allowed is refused, with who can allow it.
  await page.keyboard.type('https://[::1]/pager')
  await page.keyboard.press('Enter')
  await expect(make.getByRole('alert')).toContainText('Whoever runs this installation can allow it with WEBHOOK_ALLOW.')
  await make.getByRole('textbox', { name: 'Address' }).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(`${receiver.url}/pager`)
  await page.keyboard.press('Enter')
  const first = await make.getByText(/^whsec_/).textContent() ?? ''
  await tabTo(page, make.getByRole('button', { name: 'Copy', exact: true }))
  await page.keyboard.press('Enter')
  await expect(make.getByText('Copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(first)
  await page.keyboard.press('Escape')

  const tested = async (times: number): Promise<string[]> => {
    await tabTo(page, hooks.getByRole('button', { name: 'Test: Pagers' }))
    await page.keyboard.press('Enter')
    await expect.poll(() => receiver.received.length).toBe(times)
    return String(receiver.received.at(-1)?.headers['webhook-signature']).split(' ')
  }
  const signed = (secret: string): string => {
    const got = receiver.received.at(-1)
    return hmacOf(secret, String(got?.headers['webhook-id']), String(got?.headers['webhook-timestamp']), got?.body ?? Buffer.alloc(0))
  }
  expect(await tested(1)).toEqual([signed(first)])
  // How it went comes by itself.
  await expect(hooks.getByRole('listitem', { name: 'Pagers' })).toContainText(/taken/)

  await tabTo(page, hooks.getByRole('button', { name: 'New secret: Pagers' }))
  await page.keyboard.press('Enter')
  const renew = page.getByRole('dialog', { name: 'New secret: Pagers' })
  await expect(renew.getByText(/^For 24 hours messages carry a signature of the old secret, too/)).toBeVisible()
  await tabTo(page, renew.getByRole('button', { name: 'New secret', exact: true }))
  await page.keyboard.press('Enter')
  const second = await renew.getByText(/^whsec_/).textContent() ?? ''
  expect(second).not.toBe(first)
  await expect(renew.getByText(/^The old secret also holds until/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(hooks.getByRole('listitem', { name: 'Pagers' })).toContainText('The old secret also holds until')
  expect(await tested(2)).toEqual([signed(second), signed(first)])
  // The call of the technician's alarm before did not go there: it hears of what comes after it was made.
  expect(receiver.received.map(({ path }) => path)).toEqual(['/pager', '/pager'])
  await page.context().close()
})

test('the pages of telling, and their dialogs, are sound at every width @widths', async ({ page }) => {
  const complaints = watchConsole(page)
  await signInAt(page, line, 'admin')
  const faults: string[] = []
  const look = async (where: string): Promise<void> => void faults.push(...await axeFaults(page, where), ...await overflowFaults(page, where))
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.goto('/on-call')
    await part(page, 'Skills').getByRole('button', { name: 'New skill' }).click()
    await look(`skill ${theme}`)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Change: technician of the line' }).click()
    await look(`abilities ${theme}`)
    await page.keyboard.press('Escape')
    await look(`on call ${theme}`)
    await page.goto('/admin')
    await part(page, 'Webhooks').getByRole('button', { name: 'New webhook' }).click()
    await look(`webhook ${theme}`)
  }
  expect(faults).toEqual([])
  expect(complaints).toEqual([])
})
