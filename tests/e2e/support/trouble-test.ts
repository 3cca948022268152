import { test as base } from '../fixtures.ts'
import { ask, tell } from './api.ts'
import { ordersOf } from './orders.ts'
import { enter } from './people.ts'
import { MACHINE, prepareTrouble, type Trouble, type TroubleOf } from './trouble.ts'

const ENDED = ['closed', 'cancelled', 'rejected']

/** test lets a test make trouble on the demo's hydraulic unit; afterwards, however the test went, its rule is out of force and its orders have ended. */
export const test = base.extend<{ makeTrouble: (trouble: TroubleOf) => Promise<Trouble> }>({
  makeTrouble: async ({ browser }, use) => {
    const people = enter(browser)
    const made: { trouble: Trouble; failureMode: string }[] = []
    await use(async (of) => {
      const trouble = await prepareTrouble(await people.page('reliability-engineer'), of)
      made.push({ trouble, failureMode: of.failureMode })
      return trouble
    })
    const supervisor = await people.page('supervisor')
    for (const { trouble, failureMode } of made) {
      await trouble.end()
      for (const { id, status, failureMode: of } of await ordersOf(supervisor, MACHINE)) {
        if (of !== failureMode || ENDED.includes(status)) continue
        const { order } = await ask<{ order: { version: number } }>(supervisor, 'workOrders.get', { id })
        await tell(supervisor, 'workOrders.cancel', { id, opId: crypto.randomUUID(), version: order.version, reason: 'only shown in a browser' })
      }
    }
    await people.leave()
  },
})

export { expect } from '@playwright/test'
