import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { PAPER_MM, type Paper } from '#server/core/labels/sheet.ts'
import { withTenant } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { readCodes } from '#tests/harness/read-codes.ts'
import { expect, test } from './fixtures.ts'
import { ask, tell } from './support/api.ts'
import { busyLine, inInstallation, signInAt, type BusyLine } from './support/busy-line.ts'
import { axeFaults, overflowFaults, watchConsole } from './support/faults.ts'
import { clippedOnPaper, pagesIn } from './support/paper.ts'

const LONG = 'Hydraulikdruckspeicherüberwachungseinrichtung'
const STEPS = [
  { title: `${LONG} auf Dichtheit und Befestigungsschraubenanzugsdrehmoment prüfen`, kind: 'pass-fail', isolated: true, spec: {} },
  { title: 'Betriebsdruck', kind: 'number', spec: { min: 180, max: 210, unit: 'bar' } },
  { title: 'Laufgeräusch', kind: 'choice', spec: { choices: ['gleichmäßig', 'unregelmäßig', 'schlagend', 'Kreischgeräuschentwicklung'] } },
  { title: 'Typenschild', kind: 'photo', spec: {} }, { title: 'Rückmeldung', kind: 'text', spec: {} }, { title: 'Abnahme', kind: 'signature', spec: {} },
] as const

/** An order for the technician with many steps, long words in all of it, and two parts. */
async function longOrder(page: Page, line: BusyLine): Promise<{ readonly id: string; readonly number: string }> {
  const { orgId, assetIds } = line.plant
  await inInstallation(() => withTenant(orgId, (tx) => tx.db.asset.updateMany({ where: { orgId, id: assetIds[1] ?? '' }, data: { name: `${LONG}sbaugruppe mit Zubehör` } })))
  const filed = await tell<{ id: string; number: string }>(page, 'workOrders.create', {
    source: 'manual', kind: 'preventive', assetId: assetIds[1], title: `Vierteljährliche ${LONG}swartung`, description: `${LONG} `.repeat(12), idempotencyKey: crypto.randomUUID(),
  })
  await inInstallation(() => withTenant(orgId, async (tx) => {
    for (let position = 0; position < 36; position += 1) {
      const { title, kind, spec, ...more } = STEPS[position % STEPS.length] ?? STEPS[0]
      await tx.db.workOrderTask.create({ data: { orgId, id: newId(), workOrderId: filed.id, position, title, kind, spec, ...more } })
    }
  }))
  for (const description of [`${LONG}sdichtung NBR 70 Shore`, 'Öl'])
    await tell(page, 'workOrders.planPart', { id: filed.id, opId: crypto.randomUUID(), version: 1, description, quantity: '2.5' })
  return filed
}

async function hotOrder(page: Page, line: BusyLine): Promise<string> {
  let number: string | undefined
  await expect(async () => {
    await line.send({ 0: 95 })
    const { items } = await ask<{ items: readonly { number: string; status: string; assetTag: string }[] }>(page, 'workOrders.list', {})
    number = items.find((item) => item.status === 'approved' && item.assetTag === 'M-0')?.number
    expect(number).toBeDefined()
  }).toPass({ timeout: 45_000 })
  return number ?? ''
}

/** Reads the first code on a page as a camera would, from its pixels. */
async function codeOn(page: Page): Promise<string[]> {
  const picture = await page.getByRole('img', { name: /^https?:/ }).first().screenshot()
  return (await readCodes(await sharp(picture).resize({ width: 600, kernel: 'nearest' }).toBuffer())).map(({ text }) => text)
}

/** Prints what a page shows and says what is wrong with it: what is cut off, and paper of another size. */
async function printFaults(page: Page, paper: Paper, marginMm: number): Promise<{ readonly faults: string[]; readonly pages: number }> {
  const faults = await clippedOnPaper(page, PAPER_MM[paper][0] - 2 * marginMm)
  const sheets = pagesIn(await page.pdf({ preferCSSPageSize: true, printBackground: false }))
  const [width, height] = PAPER_MM[paper].map((mm) => (mm / 25.4) * 72) as [number, number]
  const wrong = sheets.filter((sheet) => Math.abs(sheet.width - width) > 1 || Math.abs(sheet.height - height) > 1).map((sheet) => `a page of ${sheet.width} × ${sheet.height} pt`)
  return { faults: [...faults, ...wrong].map((fault) => `${page.url()}: ${fault}`), pages: sheets.length }
}

test('order, checklist, isolation and labels come out whole on A4 and Letter, in German, and their codes lead where they should', async ({ page }) => {
  test.setTimeout(150_000)
  const url = process.env.MW_E2E_URL ?? ''
  const complaints = watchConsole(page)
  const line = await busyLine()
  await signInAt(page, line, 'supervisor')
  await page.context().addCookies([{ name: 'mw-locale', value: 'de', url }])
  const long = await longOrder(page, line)
  const hot = await hotOrder(page, line)
  const faults: string[] = []
  const pages: Record<string, number> = {}
  const look = async (name: string, path: string, paper: Paper, marginMm: number): Promise<void> => {
    await page.goto(path)
    await expect(page.getByRole('img').first()).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    const printed = await printFaults(page, paper, marginMm)
    faults.push(...printed.faults)
    pages[`${name} ${paper}`] = printed.pages
  }
  for (const paper of ['a4', 'letter'] as const) {
    await look('order', `/print/orders/${hot}?paper=${paper}`, paper, 14)
    expect(await codeOn(page)).toEqual([`${url}/m/o/${hot}`])
    for (const sheet of ['order', 'checklist', 'safety']) await look(`long ${sheet}`, `/print/orders/${long.number}?sheet=${sheet}&paper=${paper}`, paper, 14)
    for (const code of ['qr', 'datamatrix', 'code128']) await look(code, `/print/labels?paper=${paper}&code=${code}&used=${code === 'qr' ? 5 : 0}`, paper, 0)
  }
  // The line has 16 machines: with five used labels they end on the first of 21, and of 30.
  expect(pages).toMatchObject({ 'qr a4': 1, 'datamatrix a4': 1, 'code128 letter': 1, 'qr letter': 1 })
  await look('two sheets', '/print/labels?paper=a4&size=99.1x57&used=5', 'a4', 0)
  expect(pages['two sheets a4']).toBe(3)
  expect(await codeOn(page)).toEqual([`${url}/m/a/M-0`])
  expect(pages).toMatchObject({ 'long checklist a4': 3, 'long checklist letter': 3, 'long safety a4': 1 })
  expect(faults).toEqual([])

  await page.emulateMedia({ media: 'screen' })
  for (const [width, height] of [[1440, 900], [820, 1180], [390, 844]] as const) {
    await page.setViewportSize({ width, height })
    for (const path of ['/print/labels', `/print/orders/${hot}`]) {
      await page.goto(path)
      await expect(page.getByRole('img').first()).toBeVisible()
      faults.push(...await axeFaults(page, `${path} ${width}`), ...await overflowFaults(page, `${path} ${width}`))
    }
  }
  await page.getByRole('link', { name: 'Zum Auftrag' }).click()
  await page.getByRole('link', { name: 'Drucken' }).click()
  await expect(page).toHaveURL(`${url}/print/orders/${hot}`)
  expect([...faults, ...complaints]).toEqual([])
})
