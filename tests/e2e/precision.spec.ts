import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { ask, tell } from './support/api.ts'
import { axeFaults, overflowFaults } from './support/faults.ts'
import { apiKey, MACHINE, sendReading } from './support/trouble.ts'

const POINT = 'TS2'
const HIGH = 140
const LOWER = 130

const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name })

async function makeRule(page: Page, name: string): Promise<string> {
  const { nodes } = await ask<{ nodes: readonly { id: string; tag: string }[] }>(page, 'assets.tree')
  const definition = { kind: 'threshold', points: [POINT], direction: 'above', limit: HIGH, priority: 3 }
  return (await tell<{ id: string }>(page, 'rules.create', { name, assetId: nodes.find(({ tag }) => tag === MACHINE)?.id, definition })).id
}

async function why(page: Page, text: string, yes: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: yes }).click()
  await expect(dialog.getByText('Say in a few words why.'), 'nothing is done without a reason').toBeVisible()
  await dialog.getByRole('textbox', { name: /Why|why/ }).fill(text)
  await dialog.getByRole('button', { name: yes }).click()
  await expect(dialog).toBeHidden()
}

test('an engineer publishes with a why, sees what is different, watches a version in shadow, judges it, promotes and demotes it', async ({ page }) => {
  test.setTimeout(240_000)
  await signIn(page, 'reliability-engineer')
  const name = `Pump outlet hot ${Date.now()}`
  const id = await makeRule(page, name)
  const key = apiKey(`precision ${Date.now()}`)
  const openIncidents = async (): Promise<number> => (await ask<readonly { id: string; openIncidents: number }[]>(page, 'rules.list')).find((rule) => rule.id === id)?.openIncidents ?? -1

  await page.goto(`/rules/${id}`)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await why(page, 'Oil this hot burns the seals.', 'Publish')
  await expect(page.getByText(/version 1 is in force/)).toBeVisible()

  // A second wording, and what it says differently, in words.
  await tell(page, 'rules.saveDraft', { id, definition: { kind: 'threshold', points: [POINT], direction: 'above', limit: LOWER, forMs: 0, priority: 2 } })
  await tab(page, /Versions/).click()
  await expect(page).toHaveURL(/tab=versions/)
  const difference = page.getByRole('table', { name: 'What Draft 2 says differently from Version 1' })
  await expect(difference.getByRole('row', { name: /^Limit 140.*130/ })).toBeVisible()
  await expect(difference.getByRole('row', { name: /^Priority medium high/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Every version' })).toContainText('Why: Oil this hot burns the seals.')
  await expect(page.getByRole('region', { name: 'The rule’s life' })).toContainText('published version 1.')

  await tab(page, /Shadow/).click()
  await page.getByRole('button', { name: 'Watch a version in shadow' }).click()
  await why(page, 'Is a lower limit right?', 'Begin to watch')
  await expect(page.getByText('Version 2 is watched in shadow')).toBeVisible()
  await expect(page.getByText('It has not fired since it is watched.')).toBeVisible()
  await expect(page.getByText(/0 of 2 criteria are met|1 of 2 criteria are met/)).toBeVisible()

  // Above the watched limit, below the one in force: it counts, and raises nothing.
  await expect.poll(async () => {
    await sendReading(page, key, POINT, LOWER + 4)
    return page.getByText('It would have fired once.').isVisible()
  }, { message: 'the shadow counts', timeout: 60_000, intervals: [2_000] }).toBe(true)
  expect(await openIncidents()).toBe(0)
  const fired = page.getByRole('region', { name: 'What it would have raised' })
  await expect(fired.getByRole('row', { name: new RegExp(MACHINE) })).toContainText('did not')
  await fired.getByRole('button', { name: `Chart of ${MACHINE}` }).click()
  await expect(page.getByRole('dialog', { name: /fired by version 2/ })).toBeVisible()
  await expect(page, 'the chart has an address').toHaveURL(/firing=/)
  await page.keyboard.press('Escape')
  for (const answer of ['right', 'wrong', 'cannot tell']) await expect(fired.getByRole('radio', { name: answer }), 'no verdict is preselected').not.toBeChecked()
  await fired.getByRole('radio', { name: 'right' }).click()
  await expect(page.getByText(/100\s?% right .*1 right, 0 wrong, 0 not judged yet/)).toBeVisible()

  await page.getByRole('button', { name: 'Promote version 2' }).click()
  await expect(page.getByRole('dialog')).toContainText('criteria are met')
  await why(page, 'It was right the one time.', 'Promote it')
  await expect(page.getByText(/version 2 is in force/)).toBeVisible()
  await expect.poll(async () => {
    await sendReading(page, key, POINT, LOWER + 5)
    return openIncidents()
  }, { message: 'in force it raises', timeout: 60_000, intervals: [2_000] }).toBe(1)

  await page.getByRole('button', { name: 'Demote to shadow' }).click()
  await why(page, 'It fires while the oil is changed.', 'Demote it')
  await expect(page.getByText('only version 2 is watched, in shadow: it raises nothing')).toBeVisible()
  await expect.poll(async () => {
    await sendReading(page, key, POINT, LOWER + 6)
    return openIncidents()
  }, { message: 'its incident ends', timeout: 60_000, intervals: [2_000] }).toBe(0)

  await page.getByRole('button', { name: 'Stop watching' }).click()
  await why(page, 'The test is over.', 'Stop watching')
  await expect(page.getByText('retired, so it judges nothing')).toBeVisible()
  await tab(page, /Versions/).click()
  const life = page.getByRole('region', { name: 'The rule’s life' })
  for (const turn of ['published version 1', 'began to watch version 2', 'promoted version 2', 'demoted version 2', 'stopped watching version 2']) await expect(life).toContainText(turn)
})

test('the board says how often each rule was right, and every count opens its orders', async ({ page }) => {
  await signIn(page, 'manager')
  await page.goto('/rules?view=board&over=365')
  const row = page.getByRole('row', { name: /^Drive temperature low/ })
  const link = row.getByRole('link', { name: /^Drive temperature low, .*: [1-9]/ }).first()
  const label = await link.getAttribute('aria-label')
  const count = Number(label?.split(': ').at(-1))
  await link.click()
  await expect(page.getByText(/^Orders that the rule “Drive temperature low” raised/)).toBeVisible()
  await expect(page.getByRole('list', { name: 'Work orders' }).getByRole('listitem')).toHaveCount(count)
  await page.getByRole('button', { name: 'Show all orders' }).click()
  await expect(page).not.toHaveURL(/rule=/)
})

test('every side of a rule and the board are accessible in both themes and fit @widths', async ({ page }, { project }) => {
  test.setTimeout(120_000)
  const language = project.name === 'desk' ? 'en' : 'de'
  await page.context().addCookies([{ name: 'mw-locale', value: language, url: process.env.MW_E2E_URL ?? '' }])
  await signIn(page, 'admin')
  const rules = await ask<readonly { id: string; name: string }[]>(page, 'rules.list')
  const id = rules.find(({ name }) => name === 'Drive temperature low')?.id ?? ''
  const found: string[] = []
  for (const address of [`/rules/${id}?tab=precision&over=365`, `/rules/${id}?tab=versions`, `/rules/${id}?tab=shadow`, '/rules?view=board&over=365']) {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.goto(address)
    await page.getByRole('main').waitFor()
    await expect(page.locator('main .animate-wait'), address).toHaveCount(0)
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      found.push(...(await axeFaults(page, `${address} ${theme}`)))
    }
    found.push(...(await overflowFaults(page, address)))
  }
  expect(found).toEqual([])
})
