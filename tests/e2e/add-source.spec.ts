import { connectAsync, type MqttClient } from 'mqtt'
import type { Page } from '@playwright/test'
import { testBroker, type TestBroker } from '../harness/mosquitto.ts'
import { expect, signIn, test } from './fixtures.ts'
import { ask, tell } from './support/api.ts'
import { axeFaults, overflowFaults, watchConsole } from './support/faults.ts'

const TOPIC = 'hall-3/unit/HPU-201/state'
const POINT = 'HPU-201.TS2'
const LIVE_MS = 60_000
// A value on which no rule of the demo has anything to say.
const OIL_CEL = 33.5

interface ListedSource {
  readonly id: string
  readonly name: string
  readonly enabled: boolean
}

let broker: TestBroker
let machine: MqttClient
let sending: NodeJS.Timeout | undefined

test.beforeEach(async () => {
  broker = await testBroker()
  machine = await connectAsync(broker.url, { protocolVersion: 5 })
})
test.afterEach(async () => {
  clearInterval(sending)
  await machine.endAsync(true)
  await broker.close()
})

const state = (oil: unknown = OIL_CEL): string => JSON.stringify({ ts: Date.now(), oil: { inlet: oil, level: 71 }, quality: 'good' })
const send = (payload: string): Promise<unknown> => machine.publishAsync(TOPIC, payload, { qos: 1 })
/** A machine that sends its state twice a second. */
function keepSending(): void {
  sending = setInterval(() => { void send(state()) }, 500)
}

const findSource = async (page: Page, name: string): Promise<ListedSource | undefined> => (await ask<readonly ListedSource[]>(page, 'sources.list')).find((one) => one.name === name)
async function switchOff(page: Page, name: string): Promise<void> {
  const source = await findSource(page, name)
  if (source?.enabled) await tell(page, 'sources.setEnabled', { id: source.id, enabled: false })
}
/** What a page looks like in both themes. */
async function lookAt(page: Page, where: string): Promise<string[]> {
  const found: string[] = []
  // That a button was busy is announced by its own name for some seconds, also when it is gone since.
  await expect(page.locator('[data-live-announcer] [role=img]')).toHaveCount(0)
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    found.push(...(await axeFaults(page, `${where}, ${theme}`)))
  }
  return [...found, ...(await overflowFaults(page, where))]
}

test('an OT engineer adds an MQTT source: listens, maps by tapping, sees the live value and keeps it @widths', async ({ page }) => {
  test.setTimeout(180_000)
  const name = `Broker of hall 3, ${Date.now()}`
  const found: string[] = []
  await signIn(page, 'ot-engineer')
  const complaints = watchConsole(page)
  await page.goto('/sources')
  await page.getByRole('link', { name: 'Add a source' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Add a source' })).toBeVisible()

  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('Choose how the readings come.')).toBeVisible()
  await page.getByText('MQTT broker', { exact: true }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Go on' }).click()

  await page.getByLabel('Address of the broker').fill('broker.plant')
  await page.getByRole('button', { name: 'Save and test it live' }).click()
  await expect(page.getByText(/Write mqtt:\/\/ or mqtts:\/\//), 'the field says what it expects').toBeVisible()
  await expect(page.getByText('Lead one value at least to a point.')).toBeVisible()
  found.push(...(await lookAt(page, 'settings with faults')))
  await page.getByLabel('Address of the broker').fill(broker.url)

  keepSending()
  await page.getByRole('button', { name: 'Listen', exact: true }).click()
  const heard = page.getByRole('list', { name: 'Topics heard' })
  await expect(heard.getByRole('heading', { name: TOPIC })).toBeVisible({ timeout: LIVE_MS })
  await heard.getByRole('button', { name: String(OIL_CEL) }).click()
  found.push(...(await lookAt(page, 'what is this value')))
  await page.getByRole('menuitem', { name: 'A value of a point' }).click()
  await expect(page.getByLabel('Topic filter')).toHaveValue(TOPIC)
  await expect(page.getByLabel('Time at')).toHaveValue('$.ts')
  await expect(page.getByLabel('Quality at')).toHaveValue('$.quality')
  await expect(page.getByLabel('Value at')).toHaveValue('$.oil.inlet')
  await expect(page.getByText('reads 33.5 now')).toBeVisible()
  const point = page.getByRole('combobox', { name: 'Point' })
  // A list closes when the page still scrolls under it: typing opens it again.
  await expect(async () => {
    await point.fill('')
    await point.fill('oil temperature 2')
    await page.getByRole('option', { name: POINT }).click({ timeout: 3_000 })
  }).toPass({ timeout: LIVE_MS })
  await expect(point).toHaveValue(POINT)
  found.push(...(await lookAt(page, 'settings with what was heard')))

  await page.getByRole('button', { name: 'Save and test it live' }).click()
  const trial = page.getByRole('region', { name: 'Does it work?' })
  await expect(trial.getByRole('status')).toContainText('Connected', { timeout: LIVE_MS })
  const value = page.getByRole('region', { name: 'Is it the right value?' }).getByRole('listitem').filter({ hasText: POINT })
  await expect(value.getByRole('definition').first()).toHaveText('33.5 °C', { timeout: LIVE_MS })
  await expect(value).toContainText(/\d s/)
  await expect(value).toContainText('good')
  const messages = page.getByRole('region', { name: 'What came in' })
  await expect(messages.getByText(new RegExp(`^${POINT} = 33.5, measured `))).toBeVisible({ timeout: LIVE_MS })
  clearInterval(sending)
  await send(state('warm'))
  await expect(messages.getByText(/Not read: .*no number at \$\.oil\.inlet but "warm"/)).toBeVisible({ timeout: LIVE_MS })
  await expect(page.getByRole('region', { name: 'What was rejected' }).getByText('1 × a message that could not be read')).toBeVisible({ timeout: LIVE_MS })
  found.push(...(await lookAt(page, 'live test')))

  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name }), 'the test is the source’s own page').toBeVisible()
  await expect(value.getByRole('definition').first()).toHaveText('33.5 °C')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page).toHaveURL(/\/sources$/)
  await expect(page.getByRole('main').getByRole('heading', { name })).toBeVisible()
  await switchOff(page, name)
  expect([...found, ...complaints]).toEqual([])
})

test('settings that do not work say exactly why, can be changed, and a source that never delivered is removed', async ({ page }) => {
  test.setTimeout(180_000)
  const name = `Broker of hall 4, ${Date.now()}`
  await signIn(page, 'ot-engineer')
  const { id } = await tell<{ id: string }>(page, 'sources.create', {
    siteId: (await ask<readonly { id: string }[]>(page, 'sources.places'))[0]?.id, name, kind: 'mqtt',
    config: { url: 'mqtt://127.0.0.1:1', clientId: `browser-${Date.now()}`, mappings: [{ topic: 'nobody/sends', values: [{ point: POINT, value: '$.t' }] }] },
  })
  await page.goto('/sources')
  await page.getByRole('link', { name: `Settings and live test: ${name}` }).click()
  const status = page.getByRole('status')
  await expect(status).toContainText('Not connected', { timeout: LIVE_MS })
  await expect(status).toContainText('nothing listens there')

  await page.getByRole('button', { name: 'Change the settings' }).click()
  await page.getByLabel('Address of the broker').fill(broker.url)
  await page.getByRole('button', { name: 'Save and test it live' }).click()
  await expect(status).toContainText('Connected', { timeout: LIVE_MS })
  await expect(page.getByText('no value yet')).toBeVisible()

  await page.getByRole('button', { name: 'Remove it' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click()
  await expect(page).toHaveURL(/\/sources$/)
  await expect(page.getByRole('main').getByRole('heading', { name })).toHaveCount(0)
  expect(await findSource(page, name)).toBeUndefined()
  expect((await page.goto(`/sources/${id}`))?.status()).toBe(404)
})

test('a source for pushing gets its key and its command, shows the first reading, and can then only be switched off', async ({ page, request }) => {
  test.setTimeout(180_000)
  const name = `Press ${Date.now()}`
  await signIn(page, 'ot-engineer')
  await page.goto('/sources/new')
  await page.getByText('HTTP push', { exact: true }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Make the source and its key' }).click()
  await expect(page.getByRole('status')).toContainText('Waiting for the first reading')
  await page.getByRole('combobox', { name: 'Point of the first reading' }).fill(POINT)
  await page.keyboard.press('Tab')
  await page.getByLabel('What the gauge shows').fill(String(OIL_CEL))
  await page.keyboard.press('Tab')
  const command = (await page.getByRole('group', { name: 'Command that sends a reading' }).textContent()) ?? ''
  const [, url, key, body] = /POST (\S+) [\s\S]*Bearer (mwk_[\w-]+)"[\s\S]*-d '(.*)'/.exec(command) ?? []
  const answer = await request.post(url ?? '', { headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, data: body ?? '' })
  expect(await answer.json()).toMatchObject({ accepted: 1, rejected: [] })
  await expect(page.getByRole('status')).toContainText('Readings arrive', { timeout: LIVE_MS })
  await expect(page.getByRole('definition').filter({ hasText: '33.5 °C' })).toBeVisible({ timeout: LIVE_MS })

  await page.getByRole('button', { name: 'Remove it' }).click()
  await expect(page.getByRole('dialog', { name: 'It can only be switched off' })).toContainText('cannot be removed')
  await page.getByRole('dialog').getByRole('button', { name: 'Switch it off' }).click()
  await expect(page).toHaveURL(/\/sources$/)
  await expect.poll(async () => (await findSource(page, name))?.enabled).toBe(false)
})

test('whoever may only look is offered neither the form nor its address', async ({ page }) => {
  await signIn(page, 'supervisor')
  await page.goto('/sources')
  await expect(page.getByRole('link', { name: 'Add a source' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: /^Settings and live test/ })).toHaveCount(0)
  expect((await page.goto('/sources/new'))?.status()).toBe(404)
})
