import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { tell } from './support/api.ts'
import { busyLine, signInAt } from './support/busy-line.ts'
import { axeFaults, overflowFaults } from './support/faults.ts'
import { tabTo } from './support/keyboard.ts'

const word = (page: Page, id: string): Locator => page.locator(`#rule-word-${id}`)
const strip = (page: Page): Locator => page.locator('#rule-word-editor')
const group = (page: Page, name: string): Locator => strip(page).getByRole('group', { name, exact: true })

async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text)
  await field.press('Tab')
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await expect(page.getByText('Draft saved.').first()).toBeVisible()
  await page.reload()
}

/** The rest of the form of a new rule: a name, a machine and what it watches. */
async function place(page: Page, form: Locator, name: string): Promise<void> {
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await form.getByText('One machine', { exact: true }).click()
  await form.getByRole('searchbox').fill('M-1')
  await form.getByRole('button', { name: /^M-1 / }).click()
  await form.getByRole('checkbox', { name: /^temp/ }).check({ force: true })
}

test('an engineer makes rules of several kinds, is told at the field what does not fit, and finds everything again', async ({ page }) => {
  test.setTimeout(120_000)
  const line = await busyLine(['temp', 'outlet'])
  await signInAt(page, line, 'reliability-engineer')
  await page.goto('/rules')
  await page.getByRole('button', { name: 'New rule' }).click()
  const form = page.getByRole('dialog', { name: 'New rule' })

  await test.step('by keyboard: a limit', async () => {
    await tabTo(page, form.getByRole('button', { name: 'A value beyond a limit' }))
    await page.keyboard.press('Enter')
    await expect(form.getByRole('textbox', { name: 'Name', exact: true }), 'the first question has the focus').toBeFocused()
    await form.getByRole('button', { name: 'Make the draft' }).click()
    await expect(form.getByText('Give it a name.')).toBeVisible()
    await place(page, form, 'Outlet hot at night')
    await type(form.getByRole('textbox', { name: 'Limit', exact: true }), '80')
    await form.getByRole('button', { name: 'Make the draft' }).click()
    await expect(page).toHaveURL(/rules\/[0-9a-f-]{36}/)
    await expect(page.getByText('It never replaces machine protection').first()).toBeVisible()
  })

  await test.step('levels', async () => {
    await tabTo(page, word(page, 'ladder'))
    await page.keyboard.press('Enter')
    await strip(page).getByRole('button', { name: 'Add a level' }).click()
    const second = strip(page).getByRole('listitem', { name: 'Level 2' })
    await type(second.getByRole('textbox', { name: 'Worse above' }), '70')
    await expect(second.getByText('A further level must be worse than the one before it, 80.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Save the draft' })).toBeDisabled()
    await type(second.getByRole('textbox', { name: 'Worse above' }), '95')
    await strip(page).getByRole('button', { name: 'Add a level' }).click()
    const third = strip(page).getByRole('listitem', { name: 'Level 3' })
    await type(third.getByRole('textbox', { name: 'Worse above' }), '110')
    await type(third.getByRole('textbox', { name: 'Over when back at' }), '120')
    await expect(third.getByText('The clear limit must be at or below the limit, 110.')).toBeVisible()
    await type(third.getByRole('textbox', { name: 'Over when back at' }), '105')
    await expect(strip(page).getByText('nothing is more urgent')).toBeVisible()
  })

  await test.step('a schedule over midnight', async () => {
    await word(page, 'schedule').click()
    await strip(page).getByText('Only at certain times').click()
    await strip(page).getByRole('button', { name: 'Saturday' }).click()
    await type(strip(page).getByRole('textbox', { name: 'From' }), '25')
    await expect(strip(page).getByText('Give a time of day, such as 06:00.')).toBeVisible()
    await type(strip(page).getByRole('textbox', { name: 'From' }), '22')
    await type(strip(page).getByRole('textbox', { name: 'Until' }), '6')
    await expect(strip(page).getByText('Goes on past midnight, until 06:00 the next day.')).toBeVisible()
    await expect(strip(page).getByText('Europe/Berlin')).toBeVisible()
  })

  await test.step('N of M', async () => {
    await word(page, 'forTime').click()
    await strip(page).getByText('In so many of the last readings').click()
    await type(strip(page).getByRole('textbox', { name: 'Broken', exact: true }), '7')
    await expect(strip(page).getByText('At most all 5 readings.')).toBeVisible()
    await type(strip(page).getByRole('textbox', { name: 'Broken', exact: true }), '4')
  })

  const said = page.getByRole('region', { name: 'Outlet hot at night' })
  await save(page)
  await expect(said).toContainText('in 4 of the last 5 readings')
  await expect(said).toContainText('2 further levels: above 95 °C: priority high, above 110 °C: priority critical, that is over when back at 105 °C')
  await expect(said).toContainText('at certain times (only Mon–Sat, 22:00 to 06:00 the next day in the site’s time)')

  await test.step('so long within a time', async () => {
    await word(page, 'forTime').click()
    await strip(page).getByText('For so long within a time').click()
    await type(group(page, 'Broken for').getByRole('textbox'), '20')
    await expect(strip(page).getByText('At most the whole stretch of time.')).toBeVisible()
    await type(group(page, 'Within').getByRole('textbox'), '40')
    await save(page)
    await expect(said).toContainText('for 20 minutes within 40 minutes')
  })

  const id = page.url().split('/').at(-1) ?? ''
  await tell(page, 'rules.publish', { id, note: 'To be tried.' })
  await page.reload()
  await page.getByRole('button', { name: 'Retire' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Retire it' }).click()
  await expect(page.getByRole('dialog').getByText('Say in a few words why.')).toBeVisible()
  await page.getByRole('dialog').getByRole('textbox').fill('The outlet has a new cooler.')
  await page.getByRole('dialog').getByRole('button', { name: 'Retire it' }).click()
  await expect(page.getByText('retired, so it judges nothing')).toBeVisible()
  await page.getByRole('tab', { name: /Versions/ }).click()
  await expect(page.getByText('The outlet has a new cooler.')).toBeVisible()

  await test.step('an expression, which becomes a deviation', async () => {
    await page.goto('/rules?new=true')
    await form.getByRole('button', { name: 'Several points together' }).click()
    await place(page, form, 'Outlet against inlet')
    await form.getByRole('textbox', { name: 'Expression' }).fill('temp >')
    await expect(form.getByText('At character 7: it ends too early.')).toBeVisible()
    await form.getByRole('button', { name: 'outlet', exact: false }).click()
    await expect(form.getByText('It is true or false and decides by itself')).toBeVisible()
    await form.getByRole('button', { name: 'Make the draft' }).click()
    await expect(word(page, 'points')).toContainText('“temp > outlet” is true')
    await word(page, 'measure').click()
    await type(strip(page).getByRole('textbox', { name: 'Expression' }), 'temp > inlet')
    await expect(strip(page).getByText('inlet is no point here')).toBeVisible()
    await strip(page).getByRole('button', { name: 'Another kind' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Something is not as usual' }).click()
    await type(group(page, 'Learns for').getByRole('textbox'), '3')
    await type(strip(page).getByRole('textbox', { name: 'Learns nothing beyond' }), '0')
    await expect(page.getByRole('button', { name: 'Save the draft' })).toBeDisabled()
    await type(strip(page).getByRole('textbox', { name: 'Learns nothing beyond' }), '6')
    await type(group(page, 'Averaged over').getByRole('textbox'), '10')
    await save(page)
    await expect(page.getByRole('region', { name: 'Outlet against inlet' }))
      .toContainText(/deviation from what was learnt \(learns for 3 days before it judges.*learns nothing beyond 6\sσ, averaged over 10/)
  })
})

test('the kinds and the editors of a rule are accessible and fit @widths', async ({ page }) => {
  const line = await busyLine(['temp', 'outlet'])
  await signInAt(page, line, 'reliability-engineer')
  const { id } = await tell<{ id: string }>(page, 'rules.create', {
    name: 'Everything at once', assetId: line.plant.assetIds[1], definition: {
      kind: 'threshold', points: ['temp'], direction: 'above', limit: 4, priority: 3, measure: { kind: 'deviation', halfLifeMs: 86_400_000 }, ladder: [{ limit: 6, priority: 2 }],
      schedule: [{ days: [1, 2, 3, 4, 5], from: '22:00', to: '06:00' }], hold: { kind: 'time', ms: 60_000, withinMs: 600_000 },
    },
  })
  const found: string[] = []
  const look = async (what: string): Promise<void> => { found.push(...(await axeFaults(page, what)), ...(await overflowFaults(page, what))) }
  await page.goto('/rules?new=true')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'A value in a wrong unit' })).toBeVisible()
  await look('kinds')
  await page.getByRole('dialog').getByRole('button', { name: 'Several points together' }).click()
  await page.getByRole('button', { name: 'Make the draft' }).click()
  await look('new rule')
  await page.goto(`/rules/${id}`)
  for (const one of ['ladder', 'schedule', 'forTime', 'measure', 'limit', 'noData']) {
    await word(page, one).click()
    await expect(strip(page)).toBeVisible()
    await look(one)
  }
  expect(found).toEqual([])
})
