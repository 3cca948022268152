import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { CHROMIUM_FLAGS, chromiumPath } from '#tests/harness/chromium.ts'
import { expect, test } from './fixtures.ts'
import { busyLine, signInAt, type BusyLine } from './support/busy-line.ts'
import { axeFaults, overflowFaults, watchConsole } from './support/faults.ts'
import { film } from './support/film.ts'

let folder: string
let line: BusyLine
test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'mw-scan-'))
  line = await busyLine()
})
test.afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

/** filming starts a browser whose camera plays a film. */
const filming = (file: string): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS, '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`] })

const tablet = (more: BrowserContextOptions = {}): BrowserContextOptions =>
  ({ baseURL: process.env.MW_E2E_URL ?? '', locale: 'en-GB', viewport: { width: 820, height: 1180 }, hasTouch: true, ...more })

/** Sets the tablet up and waits until it opens without a network. */
async function setUp(page: Page): Promise<void> {
  await signInAt(page, line, 'technician')
  await page.goto('/m')
  await page.getByLabel('Name of this tablet').fill('Tablet 3')
  await page.getByRole('button', { name: 'Fetch my work' }).click()
  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible()
  await page.goto('/m/settings')
  await expect(page.getByText('It opens without a network.')).toBeVisible()
}

test('without a network the camera finds the machine by a label that was printed for another host, beside a maker\'s own code', async () => {
  test.setTimeout(120_000)
  const file = path.join(folder, 'label.y4m')
  await film(file, [
    { bcid: 'ean13', text: '4006381333931', left: 500, top: 250 },
    { bcid: 'qrcode', text: 'https://retired-server.example:8443/m/a/m-3', left: 900, top: 380 },
  ])
  const browser = await filming(file)
  try {
    const context = await browser.newContext(tablet({ permissions: ['camera'] }))
    const page = await context.newPage()
    const complaints = watchConsole(page)
    await setUp(page)
    await context.setOffline(true)
    await page.goto('/m/scan')
    await page.getByRole('button', { name: 'Scan with the camera' }).tap()
    await expect(page).toHaveURL(/\/m\/a\/M-3$/)
    await expect(page.getByRole('heading', { level: 1, name: /^M-3 / })).toBeVisible()
    await expect(page.getByText(/^Read: M-3 /)).toBeVisible()
    // Only what was asked of the network while there was none may be complained about.
    expect(complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  } finally {
    await browser.close()
  }
})

test('a code that is known to nobody is said in words while the camera goes on; a camera that is refused or missing is said too, and a scanner that types still finds', async ({ page: bare }) => {
  test.setTimeout(120_000)
  const file = path.join(folder, 'maker.y4m')
  await film(file, [{ bcid: 'datamatrix', text: 'SN 4711', left: 560, top: 280 }])
  const browser = await filming(file)
  try {
    const context = await browser.newContext(tablet({ permissions: ['camera'] }))
    const page = await context.newPage()
    await setUp(page)
    await page.goto('/m/scan')
    await page.getByRole('button', { name: 'Scan with the camera' }).tap()
    await expect(page.getByText('“SN 4711” is not the code of a machine on this tablet.')).toBeVisible()
    await expect(page.getByLabel('What the camera sees')).toBeVisible()
    expect([...await axeFaults(page, 'the camera'), ...await overflowFaults(page, 'the camera')]).toEqual([])
    await page.getByRole('button', { name: 'Close the camera' }).tap()
    await expect(page.getByLabel('What the camera sees')).toHaveCount(0)

    await context.clearPermissions()
    await page.getByRole('button', { name: 'Scan with the camera' }).tap()
    await expect(page.getByText('The camera is not allowed for this address.')).toBeVisible()
    // A scanner that types, while no field has the focus.
    await page.getByRole('heading', { level: 1 }).focus()
    await page.keyboard.type('M-4\n')
    await expect(page).toHaveURL(/\/m\/a\/M-4$/)
  } finally {
    await browser.close()
  }
  await bare.setViewportSize({ width: 390, height: 844 })
  await setUp(bare)
  await bare.goto('/m/scan')
  await bare.getByRole('button', { name: 'Scan with the camera' }).click()
  await expect(bare.getByText('This device has no camera that the browser can use.')).toBeVisible()
  await bare.getByLabel('Code on the label').fill('https://anything.example/m/a/M-5')
  await bare.getByLabel('Code on the label').press('Enter')
  await expect(bare).toHaveURL(/\/m\/a\/M-5$/)
})
