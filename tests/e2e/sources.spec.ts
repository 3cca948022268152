import { expect, signIn, test } from './fixtures.ts'
import { ask, tell } from './support/api.ts'

const SEEN_MS = 60_000

test('a source shows what it brings and why something was rejected, and can be switched off and on', async ({ page, request }) => {
  test.setTimeout(180_000)
  await signIn(page, 'ot-engineer')
  const [site] = (await ask<{ sites: readonly { id: string }[] }>(page, 'me.get')).sites
  const name = `Bench ${Date.now()}`
  const { key } = await tell<{ key: string }>(page, 'keys.create', { name, scopes: ['ingest'], site: site?.id })
  const send = (readings: object[]): Promise<number> => request.post('/api/v1/readings', { data: { readings }, headers: { authorization: `Bearer ${key}` } }).then((answer) => answer.status())

  await page.goto('/sources')
  const card = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
  await expect(card.getByText('never heard of')).toBeVisible()

  expect(await send([{ point: 'nobody.knows', ts: Date.now(), value: 1 }, { point: 'EX-101.temp', ts: Date.now() + 3_600_000, value: 90 }])).toBe(202)
  await expect(card.getByText('1 × a point that nobody knows'), 'why it was rejected is said in words').toBeVisible({ timeout: SEEN_MS })
  await expect(card.getByText('1 × a time in the future')).toBeVisible({ timeout: SEEN_MS })
  await expect(card.getByText('sends', { exact: true })).toBeVisible()
  await expect(card.getByRole('img', { name: new RegExp(`Readings of ${name} in each of the last 60 minutes`) })).toBeVisible()

  await card.getByRole('button', { name: `Switch ${name} off` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Switch it off' }).click()
  await expect(card.getByText('switched off')).toBeVisible()
  await expect.poll(() => send([]), { message: 'the door refuses it' }).toBe(403)
  await card.getByRole('button', { name: `Switch ${name} on` }).click()
  await expect(card.getByRole('button', { name: `Switch ${name} off` })).toBeVisible()
  await expect.poll(() => send([]), { message: 'and lets it in again' }).not.toBe(403)
  await tell(page, 'sources.setEnabled', { id: (await ask<readonly { id: string; name: string }[]>(page, 'sources.list')).find((one) => one.name === name)?.id ?? '', enabled: false })
})

test('how to connect a machine stands beside the sources, with commands that fit this installation', async ({ page, baseURL }) => {
  await signIn(page, 'supervisor')
  await page.goto('/sources')
  const connect = page.getByRole('region', { name: 'Connect a machine' })
  await expect(connect.getByText('npm run admin -- api-key create --name press-7 --scope ingest,read')).toBeVisible()
  await expect(connect.getByText(`curl -X POST ${baseURL ?? ''}/api/v1/readings`)).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'Cooling tower sensor' }).getByRole('button', { name: /Switch/ }), 'who may only look has no switch').toHaveCount(0)
  await expect(page.getByText(/Scalabrini Sampaio et al., UCI data set 611, CC BY 4.0/)).toBeVisible()
})

test('the system says in words how it does, and explains its terms', async ({ page }) => {
  await signIn(page, 'manager')
  await page.goto('/system')
  const sentences = page.getByRole('list', { name: 'How the system does' }).getByRole('listitem')
  await expect(sentences.filter({ hasText: 'judges readings' })).toHaveCount(1)
  expect(await sentences.filter({ hasText: /system\./ }).count(), 'every finding has its words').toBe(0)
  await expect(page.getByRole('region', { name: 'Figures' }).getByText(/\d GiB/)).toBeVisible()
  await page.getByRole('button', { name: 'gateway', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Gateway' })).toContainText('listens to machines')
})

test('the credits name every data set with its licence', async ({ page }) => {
  await signIn(page, 'requester')
  await page.goto('/about')
  await expect(page.getByText(/^Version \d+\.\d+\.\d+/)).toBeVisible()
  for (const licence of ['Licence: CC BY 4.0', 'Licence: MIT', 'Apache-2.0', 'SIL Open Font License 1.1']) await expect(page.getByRole('link', { name: licence }).first()).toBeVisible()
})
