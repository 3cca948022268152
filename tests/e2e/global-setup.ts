import { startProduct } from '../harness/product.ts'

/** setup starts the product for the run, with this machine's address allowed to webhooks; MW_E2E_URL (a product that runs already, with MW_E2E_DATA_DIR) skips that. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.MW_E2E_URL) return () => Promise.resolve()
  const product = await startProduct({ env: { WEBHOOK_ALLOW: '127.0.0.1' } })
  process.env.MW_E2E_URL = product.url
  process.env.MW_E2E_DATA_DIR = product.dataFolder
  return product.close
}
