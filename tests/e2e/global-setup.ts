import path from 'node:path'
import type { FullConfig } from '@playwright/test'
import { ensureBuild } from '#server/cli/start/build.ts'
import { startProduct } from '../harness/product.ts'
import { handOutProducts } from './support/own-product.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** setup starts a product for each worker of the run, with this machine's address open to webhooks; MW_E2E_URL (a product that runs already, with MW_E2E_DATA_DIR) skips that. */
export default async function setup({ workers }: FullConfig): Promise<() => Promise<void>> {
  if (process.env.MW_E2E_URL) return () => Promise.resolve()
  // Once: products that start together would build side by side.
  await ensureBuild(root, console.log, new AbortController().signal)
  const products = await Promise.all(Array.from({ length: workers }, () => startProduct({ env: { WEBHOOK_ALLOW: '127.0.0.1' } })))
  handOutProducts(products)
  return async () => { await Promise.all(products.map((product) => product.close())) }
}
