import { expect, signIn, test } from './fixtures.ts'
import { ask } from './support/api.ts'

const idOf = async (page: Parameters<typeof ask>[0], name: string): Promise<string> =>
  (await ask<readonly { id: string; name: string }[]>(page, 'rules.list')).find((rule) => rule.name === name)?.id ?? ''

test('a rule\'s tests run over what stands in the editor', async ({ page }) => {
  await signIn(page, 'reliability-engineer')
  await page.goto(`/rules/${await idOf(page, 'Drive temperature low')}?tab=tests`)
  const text = page.getByRole('textbox', { name: 'Tests as YAML' })
  await text.fill('tests:\n  - name: a fall that lasts\n    interval: 5m\n    points: { temp: { staleness: 30m } }\n    series: { temp: 50x80 }\n    expect:\n      - { at: 6h, states: { temp: firing } }\n  - name: a wrong hope\n    interval: 5m\n    series: { temp: 50x80 }\n    expect:\n      - { at: 1h, states: { temp: firing } }\n')
  await page.getByRole('button', { name: 'Run the tests' }).click()
  await expect(page.getByText('1 passed, 1 failed')).toBeVisible()
  await expect(page.getByText('temp is pending, expected firing')).toBeVisible()
  await text.fill('tests: [{ name: x }]')
  await page.getByRole('button', { name: 'Run the tests' }).click()
  await expect(page.getByText(/tests\.0\.series/), 'what is wrong is said, and nothing typed is lost').toBeVisible()
  await expect(text).toHaveValue('tests: [{ name: x }]')
})

test('rules go out as a file, and come in as drafts after a dry run', async ({ page }) => {
  await signIn(page, 'reliability-engineer')
  const { text } = await ask<{ text: string }>(page, 'rules.exportFile')
  expect(text).toContain('name: Drive temperature low')
  await page.goto('/rules/files')
  const field = page.getByRole('textbox', { name: 'Rules as YAML' })
  await field.fill(text)
  await page.getByRole('button', { name: 'Dry run' }).click()
  await expect(page.getByText('Nothing: all of these rules stand as they are')).toBeVisible()
  const name = `Drive warm ${Date.now()}`
  await field.fill(`name: ${name}\nclass: EXTRUDER_DRIVE\ndefinition: { kind: threshold, points: [temp], direction: above, limit: 120, priority: 4 }\n`)
  await page.getByRole('button', { name: 'Dry run' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('would be made as a draft')
  await page.getByRole('button', { name: 'Make these drafts' }).click()
  await expect(page.getByText('1 new rule, no draft changed.')).toBeVisible()
  expect((await ask<readonly { name: string; status: string }[]>(page, 'rules.list')).find((rule) => rule.name === name)?.status).toBe('draft')
})
