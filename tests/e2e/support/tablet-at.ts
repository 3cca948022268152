import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { ask } from './api.ts'
import { busyLine, signInAt, type BusyLine } from './busy-line.ts'
import { expect } from './patient.ts'
import { plannedOrder, type PlannedOrder } from './planned-order.ts'

/** tabletAt makes a page a technician's tablet at an address, with one order on it, which he has begun and which stands open. */
export async function tabletAt(page: Page, origin: string): Promise<{ line: BusyLine; order: PlannedOrder }> {
  const line = await busyLine()
  await signInAt(page, line, 'supervisor')
  const order = await plannedOrder(page, line.plant)
  await signInAt(page, line, 'technician')
  await page.goto(`${origin}/m`)
  await page.getByRole('button', { name: 'Fetch my work' }).tap()
  await expect(page.getByText(order.number).first()).toBeVisible()
  await page.goto(`${origin}/m/settings`)
  await expect(page.getByText('It opens without a network.')).toBeVisible()
  await page.goto(`${origin}/m/o/${order.number}`)
  await page.getByRole('button', { name: 'Start' }).tap()
  await expect.poll(async () => (await ask<{ order: { status: string } }>(page, 'workOrders.get', { id: order.id })).order.status).toBe('in_progress')
  await expect(page.getByText('nothing waits')).toBeVisible()
  return { line, order }
}

/** noise is a picture that cannot be made small. */
export const noise = async (): Promise<{ name: string; mimeType: string; buffer: Buffer }> => ({
  name: 'IMG_0002.JPG', mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 1400, height: 1100, channels: 3, background: 'black', noise: { type: 'gaussian', mean: 128, sigma: 40 } } }).jpeg({ quality: 90 }).toBuffer(),
})
