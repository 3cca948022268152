// `npm run screens`: pictures of every main page of a fresh demo, in docs/screens.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { AppError } from '#server/core/kernel/errors.ts'
import { startProduct, type Product } from './product.ts'
import { CHROMIUM_FLAGS, chromiumPath } from './screens/chromium.ts'
import { findShots, type Shot } from './screens/pages.ts'
import { photographTablet } from './screens/tablet-app.ts'
import { readDemo } from './start/demo.ts'

const SIZES = { desk: { width: 1440, height: 900 }, tablet: { width: 1024, height: 768 } }
const THEMES = ['light', 'dark'] as const
// The admin sees every page.
const ROLE = 'admin'
const folder = path.resolve(import.meta.dirname, '../../docs/screens')

interface Look {
  readonly device: keyof typeof SIZES
  readonly theme: (typeof THEMES)[number]
}

async function open(browser: Browser, product: Product, look: Look): Promise<Page> {
  const context = await browser.newContext({ baseURL: product.url, viewport: SIZES[look.device], colorScheme: look.theme, locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' })
  await context.addCookies([{ name: 'mw-theme', value: look.theme, url: product.url }])
  return context.newPage()
}

async function signIn(page: Page, product: Product, role = ROLE): Promise<void> {
  const demo = readDemo(product.dataFolder)
  const email = demo?.accounts.find((account) => account.role === role)?.email
  const answer = await page.request.post('/api/auth/sign-in/email', { data: { email, password: demo?.password }, headers: { origin: product.url } })
  if (!answer.ok()) throw new AppError('unavailable', `The demo's ${role} could not sign in: ${answer.status()}.`)
}

async function shoot(page: Page, shot: Shot, look: Look): Promise<void> {
  await page.goto(shot.path)
  // Charts and live values arrive after the page; a stream stays open, so the network never falls silent.
  await page.waitForLoadState('load')
  await page.waitForFunction(() => document.fonts.ready.then(() => !document.querySelector('[aria-busy=true]')))
  await page.waitForTimeout(1_500)
  await page.screenshot({ path: path.join(folder, `${shot.name}-${look.device}-${look.theme}.png`) })
}

const product = await startProduct({ env: { MILLWRIGHT_DEMO: '1' } })
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS })
try {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  let shots: Shot[] | undefined
  for (const device of ['desk', 'tablet'] as const) {
    for (const theme of THEMES) {
      const look = { device, theme }
      const page = await open(browser, product, look)
      await shoot(page, { name: 'sign-in', path: '/sign-in' }, look)
      await signIn(page, product)
      shots ??= await findShots(page)
      for (const shot of shots) await shoot(page, shot, look)
      await page.context().close()
    }
  }
  const order = shots?.find(({ name }) => name === 'work-order')?.path.split('/').at(-1) ?? ''
  await photographTablet(browser, product, (page) => signIn(page, product, 'technician'), order, async (page, name) => {
    await page.screenshot({ path: path.join(folder, `${name}.png`) })
  })
  console.log(`${(shots?.length ?? 0) + 1} pages in ${folder}`)
} finally {
  await browser.close()
  await product.close()
}
