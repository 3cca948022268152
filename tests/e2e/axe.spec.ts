import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { axeFaults, overflowFaults, watchConsole } from './support/faults.ts'
import { addressesOf, patternsOf } from './support/pages.ts'

const THEMES = ['light', 'dark'] as const

/** On the desk in English, on the narrower screens in German, whose words are longer. */
async function speak(page: Page, language: string): Promise<void> {
  await page.context().addCookies([{ name: 'mw-locale', value: language, url: process.env.MW_E2E_URL ?? '' }])
}
const languageOf = (project: string): string => (project === 'desk' ? 'en' : 'de')

/** Everything that has come: typefaces, and what was still loading when the page came. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('main').waitFor()
  await page.waitForFunction(() => document.fonts.status === 'loaded' && document.querySelector('[aria-busy=true]') === null)
}

async function look(page: Page, address: string, language: string): Promise<string[]> {
  const found: string[] = []
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    if (theme === 'light' || (await page.locator('html').getAttribute('data-theme')) !== theme) await page.goto(address)
    await settled(page)
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    found.push(...(await axeFaults(page, `${address} ${theme}`)))
  }
  return [...found, ...(await overflowFaults(page, address))]
}

for (const pattern of patternsOf('(desk)')) {
  test(`${pattern} is accessible in both themes, fits and complains of nothing @widths`, async ({ page }, { project }) => {
    const language = languageOf(project.name)
    await speak(page, language)
    await signIn(page, 'admin')
    const complaints = watchConsole(page)
    const found: string[] = []
    for (const address of await addressesOf(page, pattern)) found.push(...(await look(page, address, language)))
    expect([...found, ...complaints]).toEqual([])
  })
}

for (const pattern of patternsOf('(auth)')) {
  test(`${pattern} is accessible in both themes, fits and complains of nothing @widths`, async ({ page }, { project }) => {
    const language = languageOf(project.name)
    await speak(page, language)
    const complaints = watchConsole(page)
    expect([...(await look(page, pattern, language)), ...complaints]).toEqual([])
  })
}

test('an address where there is nothing is accessible and leads back @widths', async ({ page }) => {
  await signIn(page, 'admin')
  expect((await page.goto('/nowhere'))?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  expect([...(await axeFaults(page, '/nowhere')), ...(await overflowFaults(page, '/nowhere'))]).toEqual([])
  await page.getByRole('link', { name: 'To the overview' }).click()
  await expect(page).toHaveURL(/\/$/)
})

test('the sign-in page says accessibly what is missing and what is wrong @widths', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Technician' }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Type your password.')).toBeVisible()
  const found = await axeFaults(page, 'password missing')
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('E-mail and password do not fit together.')).toBeVisible()
  expect([...found, ...(await axeFaults(page, 'password wrong'))]).toEqual([])
})
