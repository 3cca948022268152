import { parseArgs } from 'node:util'
import { SUPERUSER } from '#server/platform/embedded/cluster.ts'
import { ensureDatabase } from '#server/platform/embedded/roles.ts'
import { provideEnv } from '#server/platform/env.ts'
import { startCluster, TEMPLATE, urlOf, withClient } from '#tests/harness/cluster.ts'
import { testRedis } from '#tests/harness/redis.ts'
import { runScenario, SCENARIOS, type Scenario } from './scenarios.ts'
import { TABLET, tabletFaults } from './tablet.ts'
import { ALL_WELL, type Verdict } from './verdict.ts'

const DATABASE = 'faults'
const RUNS = 5

const { positionals, values } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' }, runs: { type: 'string' }, queue: { type: 'string' } } })
const all = positionals.length === 0
const wanted = SCENARIOS.filter((scenario) => all || positionals.includes(scenario))
const tablet = all || positionals.includes(TABLET)
const first = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const runs = values.seed === undefined ? Number(values.runs ?? RUNS) : 1

const isWell = (verdict: Verdict): boolean => JSON.stringify(verdict) === JSON.stringify(ALL_WELL)

/** Runs each scenario with consecutive seeds on a real stack and prints a line a run; the seed of a red run repeats it. */
async function main(): Promise<number> {
  const cluster = await startCluster()
  const onRedis = values.queue === 'redis' || wanted.includes('redis-flushed')
  const redis = onRedis ? await testRedis() : undefined
  let red = 0
  try {
    await withClient(urlOf(cluster.address, SUPERUSER, 'postgres'), (admin) => ensureDatabase(admin, DATABASE, TEMPLATE))
    const url = (role: string): string => urlOf(cluster.address, role, DATABASE)
    provideEnv({ MW_OWNER_URL: url('mw_owner'), MW_APP_URL: url('mw_app'), MW_SYSTEM_URL: url('mw_system'), LOG_LEVEL: 'warn', ...(redis ? { REDIS_URL: redis.url } : {}) })
    const { prepareQueue } = await import('#server/queue/backend.ts')
    await prepareQueue()
    const database = {
      query: <Row extends object>(sql: string, params: readonly unknown[] = []) =>
        withClient(url(SUPERUSER), async (client) => (await client.query<Row & Record<string, unknown>>(sql, [...params])).rows),
    }
    for (const scenario of wanted) red += await play(database, scenario)
    const { closeQueues } = await import('#server/queue/client.ts')
    const { closeDatabase } = await import('#server/platform/db.ts')
    await closeQueues()
    await closeDatabase()
  } finally {
    await redis?.close()
    await cluster.close()
  }
  return red
}

async function play(database: Parameters<typeof runScenario>[0], scenario: Scenario): Promise<number> {
  let red = 0
  for (let seed = first; seed < first + runs; seed++) {
    const { verdict } = await runScenario(database, scenario, seed)
    if (!isWell(verdict)) red++
    console.log(JSON.stringify({ scenario, seed, well: isWell(verdict), ...verdict }))
  }
  return red
}

if (wanted.length === 0 && !tablet) {
  console.error(`Name a fault: ${[...SCENARIOS, TABLET].join(', ')}.`)
  process.exitCode = 2
} else {
  const red = (wanted.length > 0 ? await main() : 0) + (tablet ? await tabletFaults(first, runs) : 0)
  process.exitCode = red > 0 ? 1 : 0
}
