import { startProduct } from '#tests/harness/product.ts'
import { fullTabletBench } from './ui/full-tablet.ts'
import { lighthouseBench } from './ui/lighthouse.ts'
import { slowWifiBench } from './ui/slow-wifi.ts'
import { wholeOrderBench } from './ui/whole-order.ts'

/** uiBench measures what a technician waits for on the tablet, in a real browser against a whole product of its own; times in ms, sizes in bytes. */
export async function uiBench(): Promise<Record<string, unknown>> {
  const product = await startProduct({ env: { MILLWRIGHT_DEMO: '0' } })
  Object.assign(process.env, { MW_E2E_URL: product.url, MW_E2E_DATA_DIR: product.dataFolder })
  try {
    const results: Record<string, unknown> = { bench: 'ui' }
    const parts = { wholeOrder: wholeOrderBench, slowWifi: slowWifiBench, fullTablet: fullTabletBench, lighthouse: () => lighthouseBench(`${product.url}/m`) }
    for (const [name, part] of Object.entries(parts)) {
      results[name] = await part()
      console.log(`${name}: ${JSON.stringify(results[name])}`)
    }
    return results
  } finally {
    await product.close()
  }
}
