import type { Page } from '@playwright/test'
import { CHROMIUM_FLAGS, chromiumPath } from '#tests/harness/chromium.ts'
import { withTenant } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { expect, test } from './fixtures.ts'
import { ask, tell } from './support/api.ts'
import { busyLine, inInstallation, signInAt, type BusyLine } from './support/busy-line.ts'
import { axeFaults, overflowFaults } from './support/faults.ts'

test.use({
  viewport: { width: 820, height: 1180 }, hasTouch: true, permissions: ['microphone'],
  launchOptions: { executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] },
})

interface View {
  readonly tasks: readonly { readonly answer: { readonly value: unknown } | null; readonly followUp: { readonly orderId: string | null } | null }[]
  readonly labour: { readonly entries: readonly { readonly startedAt: string; readonly endedAt: string | null }[] }
  readonly downtime: readonly { readonly reason: string; readonly to: string | null; readonly planned: boolean }[]
  readonly history: readonly { readonly type: string; readonly mentions: readonly { readonly name: string }[] }[]
}

const STEPS = [['Guard is in place', 'pass-fail'], ['Handed over', 'signature']] as const

async function serviceOrder(page: Page, { plant }: BusyLine): Promise<{ readonly id: string; readonly number: string }> {
  const filed = await tell<{ id: string; number: string }>(page, 'workOrders.create', {
    source: 'manual', kind: 'preventive', assetId: plant.assetIds[1], title: 'Monthly service', idempotencyKey: crypto.randomUUID(),
  })
  await inInstallation(() => withTenant(plant.orgId, async (tx) => {
    for (const [position, [title, kind]] of STEPS.entries()) {
      await tx.db.workOrderTask.create({ data: { orgId: plant.orgId, id: newId(), workOrderId: filed.id, position, title, kind, spec: {} } })
    }
  }))
  return filed
}

const keptFiles = (page: Page): Promise<{ kind: string; sha256: string }[]> => page.evaluate(() => new Promise((resolve, reject) => {
  const open = indexedDB.open('millwright-tablet')
  open.onerror = () => { reject(new Error('no store')) }
  open.onsuccess = () => {
    const all = open.result.transaction('blobs').objectStore('blobs').getAll()
    all.onsuccess = () => { resolve((all.result as { kind: string; sha256: string }[]).map(({ kind, sha256 }) => ({ kind, sha256 }))) }
  }
}))

async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign', exact: true }).first().tap()
  const box = await page.getByRole('img', { name: 'Field to draw the signature in' }).first().boundingBox()
  if (!box) throw new Error('no field to sign in')
  await page.mouse.move(box.x + 40, box.y + 90)
  await page.mouse.down()
  for (const [x, y] of [[120, 40], [180, 120], [260, 60]] as const) await page.mouse.move(box.x + x, box.y + y, { steps: 4 })
  await page.mouse.up()
  await page.getByRole('button', { name: 'Keep the signature' }).tap()
}

test('without a network: a signature, a voice note, a standstill, a corrected time, a named colleague and a follow-up arrive once, with every file whole', async ({ page, context }) => {
  test.setTimeout(120_000)
  const line = await busyLine()
  await signInAt(page, line, 'supervisor')
  const { id, number } = await serviceOrder(page, line)
  await signInAt(page, line, 'technician')
  await page.goto('/m')
  await page.getByLabel('Name of this tablet').fill('Tablet 3')
  await page.getByRole('button', { name: 'Fetch my work' }).tap()
  await expect(page.getByText(number).first()).toBeVisible()
  await page.goto('/m/settings')
  await expect(page.getByText('It opens without a network.')).toBeVisible()

  await context.setOffline(true)
  // Nobody has started it: how long it took is asked, and that is when the work began.
  await page.goto(`/m/o/${number}/done`)
  await page.getByRole('radio', { name: '30 min' }).tap()
  await expect(page.getByText('0:30 h')).toBeVisible()
  await page.getByRole('button', { name: 'Stop my time' }).tap()

  await page.goto(`/m/o/${number}/time`)
  await page.getByRole('button', { name: '15 min less' }).tap()
  await expect(page.getByText('0:15 h')).toBeVisible()

  await page.goto(`/m/o/${number}/downtime`)
  await page.getByRole('button', { name: 'Keep the standstill' }).tap()
  await expect(page.getByText('Choose the reason.')).toBeVisible()
  await page.getByRole('radio', { name: 'Repair' }).tap()
  await page.getByRole('button', { name: 'Keep the standstill' }).tap()
  await page.getByRole('button', { name: 'It runs again, now' }).tap()
  await expect(page.getByText('Stopped from')).toBeVisible()

  await page.goto(`/m/o/${number}/files`)
  await page.getByRole('button', { name: 'Record a voice note' }).tap()
  await expect(page.getByText(/^0:0[2-9] of at most 2:00 min$/)).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).tap()
  await expect(page.getByLabel('Your voice note')).toBeVisible()
  await page.getByRole('button', { name: 'Keep it' }).tap()
  await page.getByRole('button', { name: /^Voice note, .*: show$/ }).tap()
  await expect.poll(() => page.locator('audio').evaluate((sound: HTMLAudioElement) => sound.readyState)).toBeGreaterThan(0)
  await page.getByLabel('Choose a file').setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Bearing 6204') })
  await expect(page.getByText('not sent yet')).toHaveCount(2)

  await page.goto(`/m/o/${number}`)
  await page.getByRole('radio', { name: 'Not OK' }).tap()
  await page.getByRole('button', { name: 'File an order for it' }).tap()
  await expect(page.getByText('An order is filed')).toBeVisible()
  await sign(page)
  await expect(page.getByText('technician of the line').first()).toBeVisible()
  await page.getByRole('button', { name: 'Name a person' }).tap()
  await page.getByRole('button', { name: 'supervisor of the line' }).tap()
  await page.getByLabel('What the next person should know').pressSequentially('please look')
  await page.getByRole('button', { name: 'Keep the comment' }).tap()
  await expect(page.getByText('@supervisor of the line please look').first()).toBeVisible()
  const kept = await keptFiles(page)
  expect(kept.map(({ kind }) => kind).toSorted()).toEqual(['file', 'signature', 'voice'])

  await context.setOffline(false)
  await expect(page.getByText('nothing waits')).toBeVisible({ timeout: 60_000 })
  const view = await ask<View>(page, 'workOrders.get', { id })
  const [entry, ...others] = view.labour.entries
  expect(others).toEqual([])
  expect(Math.round((Date.parse(entry?.endedAt ?? '') - Date.parse(entry?.startedAt ?? '')) / 60_000)).toBe(15)
  expect(view.downtime).toMatchObject([{ reason: 'repair', planned: false }])
  expect(view.downtime[0]?.to).not.toBeNull()
  expect(view.tasks.map(({ answer }) => answer?.value)).toEqual([false, 'technician of the line'])
  expect(view.tasks[0]?.followUp?.orderId).not.toBeNull()
  const count = (type: string): number => view.history.filter((event) => event.type === type).length
  expect(['started', 'time-corrected', 'downtime-recorded', 'attached', 'follow-up-raised', 'commented'].map(count)).toEqual([1, 1, 2, 2, 1, 1])
  expect(view.history.find(({ type }) => type === 'commented')?.mentions.map(({ name }) => name)).toEqual(['supervisor of the line'])
  const { orgId } = line.plant
  const rows = await inInstallation(() => withTenant(orgId, (tx) => tx.db.attachment.findMany({ where: { orgId }, select: { kind: true, sha256: true } })))
  const sorted = (list: readonly { kind: string; sha256: string }[]): string[] => list.map(({ kind, sha256 }) => `${kind} ${sha256}`).toSorted()
  expect(sorted(rows)).toEqual(sorted(kept))

  // What is not on the tablet any more comes from the server, by the tablet's own cookie: the session is gone.
  await context.clearCookies({ name: /session/ })
  await page.goto(`/m/o/${number}/files`)
  await expect(async () => {
    await page.getByRole('button', { name: /^Signature, .*: show$/ }).tap({ timeout: 2_000 })
    await expect(page.getByRole('img', { name: /signature/ })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 30_000 })

  const faults: string[] = []
  for (const theme of ['light', 'dark']) {
    await context.addCookies([{ name: 'mw-theme', value: theme, url: process.env.MW_E2E_URL ?? '' }])
    for (const path of ['files', 'downtime', 'time']) {
      await page.goto(`/m/o/${number}/${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      faults.push(...await axeFaults(page, `${path} ${theme}`), ...await overflowFaults(page, path))
    }
  }
  expect(faults).toEqual([])
})
