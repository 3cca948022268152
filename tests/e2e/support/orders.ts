import { expect, type Page } from '@playwright/test'
import { ask } from './api.ts'

/** OrderRow is one row of the list of work orders, as far as these tests look at it. */
export interface OrderRow {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly assetId: string
  readonly assetTag: string
  readonly failureMode: string | null
  readonly verdict: string | null
  readonly createdAt: string
}

const OPEN = ['requested', 'approved', 'planned', 'scheduled', 'in_progress', 'on_hold']
const BIRTH_MS = 240_000

/** ordersOf lists the orders that rules have raised on a machine, oldest first. */
export async function ordersOf(page: Page, tag: string): Promise<readonly OrderRow[]> {
  const { items } = await ask<{ items: readonly OrderRow[] }>(page, 'workOrders.list', { source: ['condition'], q: tag, limit: 100 })
  return items.filter((order) => order.assetTag === tag).toSorted((one, other) => one.createdAt.localeCompare(other.createdAt))
}

/** openOrder waits until a rule has raised an order on a machine, and gives it. */
export async function openOrder(page: Page, tag: string): Promise<OrderRow> {
  let found: OrderRow | undefined
  await expect.poll(async () => {
    found = (await ordersOf(page, tag)).find((order) => OPEN.includes(order.status))
    return found?.assetTag
  }, { message: `a rule has raised an order on ${tag}`, timeout: BIRTH_MS, intervals: [1_000] }).toBe(tag)
  if (!found) throw new Error(`There is no order on ${tag}.`)
  return found
}
