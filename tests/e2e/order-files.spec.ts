import { truncateSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { newId } from '#server/platform/ids.ts'
import { expect, test } from './fixtures.ts'
import { ask, tell } from './support/api.ts'
import { busyLine, signInAt } from './support/busy-line.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'

/** A photo that does not pack to nothing, so that it goes in several pieces. */
function photo(width: number, height: number): Promise<Buffer> {
  const raw = Buffer.alloc(width * height * 3)
  for (let i = 0, x = 7; i < raw.length; i++) { x = (x * 1_103_515_245 + 12_345) % 2_147_483_648; raw[i] = x >>> 16 }
  return sharp(raw, { raw: { width, height, channels: 3 } }).jpeg({ quality: 90 }).toBuffer()
}

test('a technician adds photos and files to an order, over a connection that breaks, and sees what is refused and why', async ({ page }, testInfo) => {
  const line = await busyLine()
  await signInAt(page, line, 'technician')
  const made = await tell<{ id: string; number: string }>(page, 'workOrders.create', {
    source: 'manual', assetId: line.plant.assetIds[0], title: 'Oil under the gearbox', idempotencyKey: newId(),
  })
  await page.goto(`/work-orders/${made.number}`)
  const panel = page.getByRole('region', { name: 'Photos and files' })
  await expect(panel.getByText('Nothing is attached yet.')).toBeVisible()

  // The second piece breaks off; what had arrived is not sent again.
  let pieces = 0
  const offsets: string[] = []
  await page.route('**/api/uploads/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue()
    pieces += 1
    offsets.push(route.request().headers()['upload-offset'] ?? '')
    return pieces === 2 ? route.abort('connectionreset') : route.continue()
  })
  const choose = page.waitForEvent('filechooser')
  await panel.getByRole('button', { name: 'Add photos or files' }).click()
  await (await choose).setFiles({ name: 'gearbox.jpg', mimeType: 'image/jpeg', buffer: await photo(1400, 1000) })
  const tile = panel.getByRole('button', { name: /gearbox\.jpg/ })
  await expect(tile).toBeVisible({ timeout: 30_000 })
  await expect(tile.locator('img')).toHaveJSProperty('complete', true, { timeout: 30_000 })
  expect(new Set(offsets).size, 'no piece but the broken one was sent twice').toBe(offsets.length - 1)

  await tile.click()
  const viewer = page.getByRole('dialog', { name: 'gearbox.jpg' })
  await expect(viewer.getByRole('img', { name: 'gearbox.jpg' })).toHaveJSProperty('naturalWidth', 1400)
  await expect(viewer.getByText('1400 × 1000 px')).toBeVisible()
  const saving = page.waitForEvent('download')
  await viewer.getByRole('link', { name: 'Save' }).click()
  expect((await saving).suggestedFilename()).toBe('gearbox.jpg')
  await page.keyboard.press('Escape')

  const [svg, notes, film] = ['plan.jpg', 'notes.txt', 'film.mp4'].map((name) => testInfo.outputPath(name)) as [string, string, string]
  writeFileSync(svg, SVG)
  writeFileSync(notes, 'Oil level 40 %')
  writeFileSync(film, '')
  truncateSync(film, 50 * 1024 * 1024 + 1)
  const more = page.waitForEvent('filechooser')
  await panel.getByRole('button', { name: 'Add', exact: true }).click()
  await (await more).setFiles([svg, notes, film])
  await expect(panel.getByRole('alert').filter({ hasText: 'film.mp4 was not attached.' })).toContainText('A file may have at most 50 MB')
  await panel.getByRole('button', { name: 'Dismiss' }).click()
  await panel.getByRole('button', { name: /plan\.jpg/ }).click()
  await expect(page.getByRole('dialog', { name: 'plan.jpg' })).toContainText('could run in a browser', { timeout: 30_000 })
  await page.getByRole('dialog').getByRole('button', { name: 'Take off' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it off' }).click()
  await expect(panel.getByRole('button', { name: /plan\.jpg/ })).toHaveCount(0)

  const history = page.getByRole('list', { name: 'History' })
  for (const words of ['attached the photo “gearbox.jpg”', 'attached the file “notes.txt”', 'took the photo “plan.jpg” off']) await expect(history).toContainText(words)
  const files = await ask<readonly { id: string; name: string; state: string }[]>(page, 'attachments.list', { entity: 'work-order', entityId: made.id })
  expect(files.map(({ name }) => name)).toEqual(['gearbox.jpg', 'notes.txt'])

  // Somebody of another organization has its address, and gets nothing.
  const other = await page.context().browser()?.newContext()
  expect((await other?.request.get(`${process.env.MW_E2E_URL}/api/files/${files[0]?.id}`))?.status()).toBe(401)
  await other?.close()
})
