import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, chromiumPath } from '../harness/chromium.ts'

const desk = { width: 1440, height: 900 }
const tablet = { width: 820, height: 1180 }
const phone = { width: 390, height: 844 }

/**
 * Browser tests against the whole product, started by `npm start`'s own code on an empty data folder with the demo: once for each worker.
 * Every spec runs at the desk; what is tagged @widths runs at the tablet's and the phone's width too.
 */
export default defineConfig({
  testDir: '.',
  outputDir: path.resolve(import.meta.dirname, '../../test-results'),
  globalSetup: './global-setup.ts',
  // Specs that change a plant must not meet: each worker has a product and a demo plant of its own. A browser waits half of its time, so two fill two cores.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_FLAGS },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // A trace of every test would double their time: `--trace retain-on-failure` records them when one is looked for.
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desk', use: { viewport: desk } },
    { name: 'tablet', grep: /@widths/, use: { viewport: tablet, hasTouch: true } },
    { name: 'phone', grep: /@widths/, use: { viewport: phone, hasTouch: true, isMobile: true } },
  ],
})
