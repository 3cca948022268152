import { chromium, type BrowserContext } from '@playwright/test'
import { CHROMIUM_FLAGS, chromiumPath } from '#tests/harness/chromium.ts'

/** PLANT is a name that is not loopback and leads to this machine in a browser of plantBrowser. */
export const PLANT = 'plant.local'

/** PlantBrowser says what a browser knows beside PLANT: the key of a server that it is to trust, and the address that a path alone belongs to. */
interface PlantBrowser {
  readonly spki?: string
  readonly baseURL?: string
}

/** plantBrowser is a browser that keeps its data in a folder, as a tablet does, and knows PLANT. */
export const plantBrowser = (folder: string, { spki, baseURL }: PlantBrowser = {}): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath(), locale: 'en-GB', viewport: { width: 820, height: 1180 }, ...(baseURL === undefined ? {} : { baseURL }),
    args: [...CHROMIUM_FLAGS, `--host-resolver-rules=MAP ${PLANT} 127.0.0.1`, ...(spki === undefined ? [] : [`--ignore-certificate-errors-spki-list=${spki}`])],
  })
