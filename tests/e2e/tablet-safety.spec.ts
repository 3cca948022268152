import type { Page } from '@playwright/test'
import { PERMIT_POLICIES } from '#server/core/permits/kinds.ts'
import type { PlanContent } from '#server/core/isolation/plan.ts'
import { withTenant } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { expect, test } from './fixtures.ts'
import { ask, tell } from './support/api.ts'
import { addPeople, busyLine, inInstallation, signInAt, type BusyLine } from './support/busy-line.ts'
import { axeFaults, overflowFaults, seeWhole, watchConsole } from './support/faults.ts'

test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true })

interface Filed { readonly id: string; readonly number: string }

const PLAN: PlanContent = {
  prepare: 'Empty the belt', told: ['Shift lead', 'Control room'], stop: 'Stop the drive at the panel', tryStart: 'Press start at the panel: nothing moves',
  energies: [{ id: 'main', type: 'electrical', magnitude: '400 V', device: 'Main switch -Q1', location: 'Cabinet 3', photoId: null, zero: 'Two-pole tester shows no voltage', stored: null }],
}

/** isolatedWork gives a machine an isolation plan and an order on it: one step that waits for the isolation, and a permit for the technician. */
async function isolatedWork(page: Page, line: BusyLine): Promise<Filed> {
  const { plant } = line
  const assetId = plant.assetIds[1]
  await inInstallation(() => addPeople(plant, ['safety']))
  await signInAt(page, line, 'safety')
  await tell(page, 'isolation.savePlan', { assetId, content: PLAN, seen: null })
  await tell(page, 'isolation.publishPlan', { assetId, seen: 1, note: 'First' })
  await signInAt(page, line, 'supervisor')
  const filed = await tell<Filed>(page, 'workOrders.create', { source: 'manual', kind: 'preventive', assetId, title: 'Change the bearing', idempotencyKey: crypto.randomUUID() })
  const performerId = await inInstallation(() => withTenant(plant.orgId, async (tx) => {
    await tx.db.workOrderTask.create({ data: { orgId: plant.orgId, id: newId(), workOrderId: filed.id, position: 1, title: 'Bearing changed', kind: 'check', spec: {}, isolated: true } })
    return (await tx.db.person.findFirstOrThrow({ where: { orgId: plant.orgId, name: 'technician of the line' } })).id
  }))
  await tell(page, 'permits.issue', {
    orderId: filed.id, opId: crypto.randomUUID(),
    permit: { kind: 'height', work: 'Work on the platform', performerId, from: new Date().toISOString(), to: new Date(Date.now() + 7_200_000).toISOString(), precautions: [...PERMIT_POLICIES.height.precautions], readings: [] },
  })
  return filed
}

const typePin = async (page: Page, pin: string): Promise<void> => {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).tap()
  await page.getByRole('button', { name: 'OK', exact: true }).tap()
}

const givePin = async (page: Page, pin: string): Promise<void> => {
  await page.goto('/m/people')
  await page.getByRole('button', { name: 'Set a PIN' }).tap()
  await typePin(page, pin)
  await expect(page.getByText('PIN kept on this tablet.')).toBeVisible()
}

/** A tablet of two people, each with a PIN, that opens without a network. */
async function sharedTablet(page: Page, line: BusyLine, number: string): Promise<void> {
  await page.goto('/m')
  await page.getByLabel('Name of this tablet').fill('Tablet 3')
  await page.getByRole('button', { name: 'Fetch my work' }).tap()
  await expect(page.getByText(number).first()).toBeVisible()
  await givePin(page, '1111')
  await signInAt(page, line, 'technician')
  await page.getByRole('button', { name: /Let this person work on this tablet/ }).tap()
  await expect(page.getByRole('heading', { name: 'technician of the line' })).toBeVisible()
  await givePin(page, '2222')
  await page.goto('/m/settings')
  await expect(page.getByText('It opens without a network.')).toBeVisible()
}

const become = async (page: Page, who: string, pin: string): Promise<void> => {
  await page.getByRole('button', { name: who }).tap()
  await typePin(page, pin)
  await expect(page.getByRole('heading', { name: 'Who works now?' })).toHaveCount(0)
}

const LOOKS = [{ theme: 'light', width: 820, height: 1180 }, { theme: 'dark', width: 390, height: 844 }, { theme: 'light', width: 1440, height: 900 }] as const

/** Looks at screens in several looks, without a network: what is on them is known here. */
async function faultsOf(page: Page, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  for (const { theme, width, height } of LOOKS) {
    await page.context().addCookies([{ name: 'mw-theme', value: theme, url: process.env.MW_E2E_URL ?? '' }])
    for (const path of paths) {
      await page.setViewportSize({ width, height })
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await seeWhole(page)
      faults.push(...await axeFaults(page, `${path} ${theme} ${width}`), ...await overflowFaults(page, `${path} ${width}`))
    }
  }
  await page.setViewportSize({ width: 820, height: 1180 })
  return faults
}

test('two people isolate a machine on one tablet without a network, each with a lock of his own, stop a permit and hand the shift over; the server has all of it', async ({ page, context }) => {
  test.setTimeout(180_000)
  const complaints = watchConsole(page)
  const line = await busyLine()
  const { id, number } = await isolatedWork(page, line)
  await sharedTablet(page, line, number)
  await context.setOffline(true)

  await page.goto(`/m/o/${number}`)
  await page.getByRole('button', { name: 'Start' }).tap()
  await expect(page.getByText('This step waits until the machine is isolated.')).toBeVisible()
  await expect(page.getByText('Permit still open: PTW-')).toBeVisible()
  await page.getByRole('link', { name: 'To the isolation' }).first().tap()
  await expect(page.getByText('The physical lock protects; the app records.')).toBeVisible()
  await page.getByRole('button', { name: 'Begin the isolation' }).tap()
  for (const step of ['Prepare and tell', 'Stop', 'Cut off: Main switch -Q1']) {
    await expect(page.getByRole('heading', { name: step, exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Done', exact: true }).tap()
  }
  await page.getByLabel('Number on the lock or tag').fill('tag 12')
  await page.getByRole('button', { name: 'Done', exact: true }).tap()
  await page.getByRole('button', { name: 'My lock is on' }).tap()
  await expect(page.getByText('Write down what stands on the lock.')).toBeVisible()
  await page.getByLabel('Number on your own lock').fill('red 7')
  await page.getByRole('button', { name: 'My lock is on' }).tap()
  await expect(page.getByRole('heading', { name: /^Verify zero/ })).toBeVisible()
  await page.getByRole('button', { name: 'Done', exact: true }).tap()
  await page.getByRole('button', { name: 'It did not start' }).tap()
  await expect(page.getByRole('heading', { name: 'You may work now' })).toBeVisible()

  await page.getByRole('button', { name: 'Somebody else locks too' }).tap()
  await become(page, 'supervisor of the line', '1111')
  await page.goto(`/m/o/${number}`)
  await expect(page.getByText('Put your own lock on before you do this step.')).toBeVisible()
  await page.getByRole('link', { name: 'To the isolation' }).first().tap()
  await page.getByLabel('Number on your own lock').fill('blue 2')
  await page.getByRole('button', { name: 'My lock is on' }).tap()
  await expect(page.getByRole('list', { name: 'Locks that are on' }).getByRole('listitem')).toHaveText([/technician of the line.*red 7/, /supervisor of the line.*blue 2/])
  await page.getByRole('link', { name: 'To the steps of the work' }).tap()
  await page.getByRole('button', { name: 'Done', exact: true }).tap()
  await expect(page.getByRole('heading', { name: 'Steps, 1 of 1' })).toBeVisible()
  await expect(page.getByText('Lock still on: technician of the line and supervisor of the line.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^(Close the order|Report done)/ })).toHaveCount(0)

  await page.getByRole('link', { name: 'To the permits' }).tap()
  await expect(page.getByText(/^As of \d\d:\d\d/)).toBeVisible()
  await page.getByRole('button', { name: 'Stop the work' }).tap()
  await page.getByLabel('Reason').fill('Wind')
  await page.getByRole('button', { name: 'Stop the work' }).tap()
  await expect(page.getByText('suspended, not sent yet')).toBeVisible()

  await page.goto('/m')
  await page.getByRole('link', { name: 'Hand over' }).tap()
  await page.getByRole('radio', { name: 'Late shift' }).tap()
  await page.getByLabel('What the next shift must know').fill('The bearing is changed, both locks are on.')
  await page.getByRole('button', { name: 'Sign and hand over' }).tap()
  await expect(page.getByText('The shift is handed over.')).toBeVisible()
  await page.getByRole('link', { name: 'Register a temporary repair' }).tap()
  await page.getByLabel('Machine', { exact: true }).fill('M-3')
  await page.getByRole('button', { name: /^M-3/ }).first().tap()
  await page.getByLabel('What was done').fill('Clamp over the crack')
  await page.getByRole('radio', { name: 'high risk' }).tap()
  await page.getByRole('button', { name: 'Register a temporary repair' }).tap()
  await expect(page.getByRole('region', { name: 'Temporary repairs' }).getByText(/Clamp over the crack/).first()).toBeVisible()
  const faults = await faultsOf(page, [`/m/o/${number}`, `/m/o/${number}/isolation`, `/m/o/${number}/permits`, '/m/handover', '/m/handover/repair', '/m/outbox'])
  await page.goto('/m/people')
  await page.getByRole('button', { name: 'Switch person' }).tap()
  await become(page, 'technician of the line', '2222')
  await page.goto('/m/handover')
  await page.getByRole('button', { name: 'Take over' }).tap()
  await expect(page.getByText('You have taken over.')).toBeVisible()

  await context.setOffline(false)
  await expect(page.getByText('nothing waits')).toBeVisible({ timeout: 60_000 })
  const safety = await ask<{ isolation: { phase: string; flags: readonly unknown[]; locks: readonly { person: { name: string }; lock: string }[] }; permits: readonly { status: string }[] }>(page, 'isolation.forOrder', { orderId: id })
  expect(safety.isolation).toMatchObject({ phase: 'isolated', flags: [], locks: [{ person: { name: 'technician of the line' }, lock: 'red 7' }, { person: { name: 'supervisor of the line' }, lock: 'blue 2' }] })
  expect(safety.permits.map(({ status }) => status)).toEqual(['suspended'])
  const { tasks } = await ask<{ tasks: readonly { answer: { value: unknown } | null }[] }>(page, 'workOrders.get', { id })
  expect(tasks.map(({ answer }) => answer?.value)).toEqual([true])
  const board = await ask<{ handovers: readonly object[]; repairs: readonly object[] }>(page, 'handover.board', {})
  expect(board.handovers).toMatchObject([{ shift: 'late', signedBy: { name: 'supervisor of the line' }, acknowledged: { by: { name: 'technician of the line' } }, content: { locks: [{ lock: 'red 7' }, { lock: 'blue 2' }] } }])
  expect(board.repairs).toMatchObject([{ what: 'Clamp over the crack', risk: 'high' }])
  // Without a network the browser itself says of every request that there is none.
  expect([...faults, ...complaints.filter((words) => !words.includes('net::ERR_INTERNET_DISCONNECTED'))]).toEqual([])
})
