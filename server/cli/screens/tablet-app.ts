import type { Browser, Page } from '@playwright/test'
import type { Product } from '../product.ts'

/** TabletLook is a device and a theme in which the technician's app is photographed. */
interface TabletLook {
  readonly device: 'tablet' | 'phone'
  readonly theme: 'light' | 'dark' | 'sun'
}

const SIZES = { tablet: { width: 820, height: 1180 }, phone: { width: 390, height: 844 } }
const LOOKS: readonly TabletLook[] = [
  { device: 'tablet', theme: 'light' }, { device: 'tablet', theme: 'dark' }, { device: 'tablet', theme: 'sun' }, { device: 'phone', theme: 'light' },
]
const SETTLE_MS = 1_200

/** photographTablet takes the pictures of the technician's app: it is set up once for each look, as a technician does it; `save` stores one picture. */
export async function photographTablet(
  browser: Browser,
  product: Product,
  signIn: (page: Page) => Promise<void>,
  order: string,
  save: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  for (const { device, theme } of LOOKS) {
    const context = await browser.newContext({
      baseURL: product.url, viewport: SIZES[device], hasTouch: true, isMobile: device === 'phone', locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce',
    })
    await context.addCookies([{ name: 'mw-theme', value: theme, url: product.url }])
    const page = await context.newPage()
    await signIn(page)
    await page.goto('/m')
    const shoot = async (name: string): Promise<void> => {
      await page.waitForTimeout(SETTLE_MS)
      await save(page, `app-${name}-${device}-${theme}`)
    }
    await page.getByLabel('Name of this tablet').fill('Tablet 3, utilities')
    await shoot('set-up')
    await page.getByRole('button', { name: 'Fetch my work' }).tap()
    await page.getByText(order).first().waitFor()
    await shoot('home')
    await page.goto(`/m/o/${order}`)
    const start = page.getByRole('button', { name: /^Start/ })
    const confirmed = page.getByRole('radio', { name: 'Confirmed', exact: true })
    await start.or(confirmed).first().waitFor()
    // The first look begins the work; the others find it begun.
    if (await start.isVisible()) await start.tap()
    await confirmed.waitFor()
    await shoot('order')
    await confirmed.scrollIntoViewIfNeeded()
    await shoot('closing')
    for (const screen of ['orders', 'outbox', 'people', 'settings'] as const) {
      await page.goto(`/m/${screen}`)
      await shoot(screen)
    }
    await context.close()
  }
}
