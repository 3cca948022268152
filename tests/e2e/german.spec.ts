import { expect, signIn, test } from './fixtures.ts'
import { ask, tell } from './support/api.ts'
import { openOrder } from './support/orders.ts'

test.beforeEach(async ({ page }) => {
  await page.context().addCookies([{ name: 'mw-locale', value: 'de', url: process.env.MW_E2E_URL ?? '' }])
  await signIn(page, 'technician')
})

test('a German reader is told in German what the server says: consequences, credits, reasons, events', async ({ page }) => {
  const hydraulic = await openOrder(page, 'HPU-201')
  await page.goto('/')
  const situation = page.getByRole('main').getByRole('listitem').filter({ hasText: 'HPU-201' }).first()
  await expect(situation).toContainText('Heißes Öl altert schnell und wird dünn')
  await situation.getByRole('link', { name: hydraulic.number }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: /über der Grenze/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Wenn es wartet' })).toContainText('Heißes Öl altert schnell')
  await expect(page.getByRole('region', { name: 'Belege' })).toContainText('Aufgezeichnete Temperaturen eines wirklichen Prüfstands')
  const history = page.getByRole('list', { name: 'Verlauf' })
  await expect(history).toContainText('Eröffnet durch Millwright. Kein offener Auftrag zu diesem Problem. Nach Regel freigegeben')

  const drive = await openOrder(page, 'EX-101')
  await page.goto(`/work-orders/${drive.number}`)
  await expect(page.getByRole('region', { name: 'Ähnliche Fälle' })).toContainText('EX-101, Abweichung vom üblichen Wert')
  await expect(history).toContainText(/Belege ergänzt\. Es kam wieder/)
  await expect(history).not.toContainText(/evidence|closing|opened|raised/i)
  // What people named keeps its name.
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bearing temperature')
})

test('a refusal is told in German too', async ({ page }) => {
  // On a machine without readings: work on one that is watched would keep its alarms quiet. Nothing tells the page that somebody else was faster.
  await page.route('**/api/trpc/live.**', (route) => route.abort())
  const { nodes } = await ask<{ nodes: readonly { id: string; tag: string }[] }>(page, 'assets.tree')
  const { id, number } = await tell<{ id: string; number: string }>(page, 'workOrders.create', {
    source: 'manual', kind: 'corrective', assetId: nodes.find(({ tag }) => tag === 'HE-201')?.id, title: `Schraube lose ${Date.now()}`, priority: 4, idempotencyKey: crypto.randomUUID(),
  })
  await page.goto(`/work-orders/${number}`)
  const start = page.getByRole('button', { name: 'Arbeit beginnen' })
  await expect(start).toBeVisible()
  const command = async (name: string, payload: object = {}): Promise<void> => { await tell(page, `workOrders.${name}`, { id, opId: crypto.randomUUID(), version: 1, ...payload }) }
  await command('start')
  await start.click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Die Arbeit beginnen: Das geht nicht, denn der Auftrag ist in Arbeit.')
  await command('close', { effect: 'none' })
})
