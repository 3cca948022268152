import { killedTablet } from '#tests/e2e/support/killed/killed-tablet.ts'
import { pointsOf } from '#tests/e2e/support/killed/points.ts'
import { startProduct } from '#tests/harness/product.ts'

/** TABLET is the name of this fault: a technician's tablet whose browser is killed in the middle of a whole order without a network. */
export const TABLET = 'tablet'

/** Each run is one calm order and so many with a kill, spread over the work and its sending. */
const POINTS = 10

/** tabletFaults kills the tablet's browser at ten points a run, against a product of its own, prints a line for each, and gives how many were not as without the kill. */
export async function tabletFaults(first: number, runs: number): Promise<number> {
  const product = await startProduct({ env: { MILLWRIGHT_DEMO: '0' } })
  Object.assign(process.env, { MW_E2E_URL: product.url, MW_E2E_DATA_DIR: product.dataFolder })
  let red = 0
  try {
    for (let seed = first; seed < first + runs; seed++) {
      const { verdicts } = await killedTablet(pointsOf(seed, POINTS))
      for (const { killedAt, difference } of verdicts) {
        const well = difference === null
        if (!well) red++
        console.log(JSON.stringify({ scenario: TABLET, seed, well, killedAt, ...(well ? {} : { difference }) }))
      }
    }
  } finally {
    await product.close()
  }
  return red
}
