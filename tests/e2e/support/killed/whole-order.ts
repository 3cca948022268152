import type { Page } from '@playwright/test'
import { expect } from '../patient.ts'
import { photo, type PlannedOrder } from '../planned-order.ts'

/** Job is a planned order to be done on the tablet, and the tag of its machine, which no other order of the test has. */
export interface Job extends PlannedOrder {
  readonly tag: string
}

/** Input is one thing that a person does with the screen; it ends when the browser has taken it, not when the tablet has answered. */
type Input = (page: Page) => Promise<unknown>

interface Step {
  readonly name: string
  readonly inputs: readonly Input[]
  /** Whether the order's screen says that it was done. */
  readonly isDone: (page: Page) => Promise<boolean>
}

const REMARK = 'Belt is nearly worn'
const SHADES = [10, 100, 200] as const

const click = (name: string | RegExp): Input => (page) => page.getByRole('button', { name, exact: typeof name === 'string' }).click()
const take = (shade: number, from: 'first' | 'last'): Input => async (page) => page.getByLabel('Take a photo')[from]().setInputFiles(await photo(shade))
const gone = (name: string) => async (page: Page): Promise<boolean> => (await page.getByRole('button', { name, exact: true }).count()) === 0
const says = (text: string) => async (page: Page): Promise<boolean> => (await page.getByText(text).count()) > 0

const BEFORE_PHOTOS: readonly Step[] = [
  { name: 'start', inputs: [click('Start')], isDone: gone('Start') },
  { name: 'answer the rest', inputs: [click('All 2 others are OK')], isDone: gone('All 2 others are OK') },
  { name: 'answer with a number', inputs: [(page) => page.getByLabel(/^Value \(bar\)/).fill('4.6'), click('Keep')], isDone: says('outside its limits') },
  { name: 'answer with a choice', inputs: [(page) => page.getByRole('radio', { name: 'even' }).click()], isDone: async (page) => (await page.getByRole('radio', { name: 'even' }).count()) === 0 },
  { name: 'answer with a photo', inputs: [take(SHADES[0], 'first')], isDone: says('Steps, 5 of 5') },
]

const AFTER_PHOTOS: readonly Step[] = [
  { name: 'first part', inputs: [click('Used: V-belt, 2')], isDone: gone('Used: V-belt, 2') },
  { name: 'second part', inputs: [click('Used: Grease, 0.2')], isDone: gone('Used: Grease, 0.2') },
  {
    name: 'comment', inputs: [(page) => page.getByLabel('What the next person should know').fill(REMARK), click('Keep the comment')],
    isDone: async (page) => (await page.getByRole('listitem').filter({ hasText: REMARK }).count()) > 0,
  },
]

const CLOSE = /^(Close the order|Complete the work)$/
const CLOSED = /^(This order is closed\.|The work is reported done\.)/

/** INPUTS is how many inputs a whole order takes from its opening to its closing: the places at which the browser can be killed. */
export const INPUTS = 1 + [...BEFORE_PHOTOS, ...AFTER_PHOTOS].reduce((sum, step) => sum + step.inputs.length, 0) + 2 + 1

async function open(page: Page, job: Job): Promise<void> {
  await page.goto(`/m/o/${job.number}`)
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^${job.tag} `) })).toBeVisible()
  await expect(page.getByText('No network')).toBeVisible()
}

/** The order's own screen does not list its photos: what was kept of them stands in the outbox. */
async function photosKept(page: Page, job: Job): Promise<number> {
  await page.goto('/m/outbox')
  await expect(page.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible()
  return page.getByText(new RegExp(`^Photo: ${job.tag} `)).count()
}

/**
 * doOrder does a whole order on a tablet that has no network, and goes on where it stands: five answers, three photos, two parts, a comment, its
 * closing, and with all that the time. `after` is called after each input with its number, which is the same however often the order was begun.
 */
export async function doOrder(page: Page, job: Job, after: (input: number, what: string) => Promise<void>): Promise<void> {
  const photos = await photosKept(page, job)
  let input = 0
  const told = async (what: string): Promise<void> => { await after(input, what); input += 1 }
  await open(page, job)
  await told('open')
  if ((await page.getByText(CLOSED).count()) > 0) return
  const run = async (steps: readonly Step[]): Promise<void> => {
    for (const { name, inputs, isDone } of steps) {
      if (await isDone(page)) {
        input += inputs.length
        continue
      }
      for (const put of inputs) {
        await put(page)
        await told(name)
      }
      await expect.poll(() => isDone(page), { message: `${name} of ${job.tag}` }).toBe(true)
    }
  }
  await run(BEFORE_PHOTOS)
  for (const [i, shade] of SHADES.slice(1).entries()) {
    if (i < photos) {
      input += 1
      continue
    }
    await take(shade, 'last')(page)
    await told(`photo ${i + 2}`)
    await expect(page.getByText('Photo kept on this tablet.')).toBeVisible()
    await page.getByRole('button', { name: 'Close', exact: true }).click()
  }
  await run(AFTER_PHOTOS)
  await click(CLOSE)(page)
  await told('close')
  await expect(page.getByText(new RegExp(`^${job.number} is (closed|reported done)\\.`))).toBeVisible()
}
