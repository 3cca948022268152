import * as z from 'zod'

const products = z.array(z.object({ url: z.string(), dataFolder: z.string() })).nonempty()

/** handOutProducts tells the workers, which are started after it, what products there are: one for each. */
export function handOutProducts(running: z.input<typeof products>): void {
  process.env.MW_E2E_PRODUCTS = JSON.stringify(running.map(({ url, dataFolder }) => ({ url, dataFolder })))
}

/** takeOwnProduct makes this worker's product the one that its specs meet (MW_E2E_URL, MW_E2E_DATA_DIR): specs that change a plant at the same time never share it. */
export function takeOwnProduct(): void {
  if (process.env.MW_E2E_PRODUCTS === undefined) return
  const running = products.parse(JSON.parse(process.env.MW_E2E_PRODUCTS))
  // A worker that is started anew after a failure has the number, and so the product, of the one before it.
  const own = running[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]
  if (own === undefined) throw new Error('There are more workers than products.')
  process.env.MW_E2E_URL = own.url
  process.env.MW_E2E_DATA_DIR = own.dataFolder
}
