import { expect, type Locator, type Page } from '@playwright/test'
import { tabTo } from './keyboard.ts'

/** Hand is how a person works: by mouse, or by keys alone. */
export interface Hand {
  readonly name: 'mouse' | 'keys'
  /** Presses a button or follows a link. */
  readonly press: (target: Locator) => Promise<void>
  readonly type: (field: Locator, text: string) => Promise<void>
  /** Ticks a checkbox by its label. */
  readonly tick: (label: string) => Promise<void>
  /** Chooses one of a group of radios by its label. */
  readonly choose: (label: string) => Promise<void>
  /** Turns to a side of a thing by its tab. */
  readonly turn: (tab: string) => Promise<void>
}

const MOST_STEPS = 12

/** byMouse works with the mouse, and types where one types. */
export const byMouse = (page: Page): Hand => ({
  name: 'mouse',
  press: (target) => target.click(),
  type: (field, text) => field.fill(text),
  tick: (label) => page.getByRole('checkbox', { name: label }).locator('xpath=ancestor::label').click(),
  choose: (label) => page.getByRole('radio', { name: label }).locator('xpath=ancestor::label').click(),
  turn: (tab) => page.getByRole('tab', { name: tab }).click(),
})

/** arrow presses an arrow key until something holds. */
async function arrow(page: Page, key: string, holds: () => Promise<boolean>): Promise<void> {
  for (let step = 0; step < MOST_STEPS && !(await holds()); step += 1) await page.keyboard.press(key)
  expect(await holds(), `${key} leads there`).toBe(true)
}

/** byKeys never touches the mouse; on every way the focus must be seen. */
export const byKeys = (page: Page): Hand => ({
  name: 'keys',
  press: async (target) => {
    await expect(target).toBeEnabled()
    await tabTo(page, target)
    await page.keyboard.press('Enter')
  },
  type: async (field, text) => {
    await tabTo(page, field)
    await page.keyboard.type(text)
  },
  tick: async (label) => {
    await tabTo(page, page.getByRole('checkbox', { name: label }))
    await page.keyboard.press('Space')
  },
  choose: async (label) => {
    const radio = page.getByRole('radio', { name: label })
    const group = page.getByRole('radiogroup').filter({ has: radio })
    const checked = group.getByRole('radio', { checked: true })
    await tabTo(page, (await checked.count()) > 0 ? checked : group.getByRole('radio').first())
    await arrow(page, 'ArrowDown', () => radio.isChecked())
  },
  turn: async (tab) => {
    const wanted = page.getByRole('tab', { name: tab })
    await tabTo(page, page.getByRole('tab', { selected: true }))
    await arrow(page, 'ArrowRight', async () => (await wanted.getAttribute('aria-selected')) === 'true')
  },
})
