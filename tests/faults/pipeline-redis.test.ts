import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { provideEnv } from '#server/platform/env.ts'
import { prepareQueue } from '#server/queue/backend.ts'
import { closeQueues } from '#server/queue/client.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { testRedis, type TestRedis } from '#tests/harness/redis.ts'
import { runScenario, SCENARIOS } from './scenarios.ts'
import { ALL_WELL } from './verdict.ts'

const TIMEOUT_MS = 180_000

describe('the pipeline with its queue on Redis', () => {
  const database = useTestDatabase()
  let redis: TestRedis
  beforeAll(async () => {
    redis = await testRedis()
    provideEnv({ REDIS_URL: redis.url })
    await prepareQueue()
  })
  afterAll(async () => {
    await closeQueues()
    provideEnv({ REDIS_URL: '' })
    await redis.close()
  })

  test.each(SCENARIOS)(
    'loses and doubles nothing: %s',
    async (scenario) => {
      expect((await runScenario(database, scenario, 20_261_122)).verdict).toEqual(ALL_WELL)
    },
    TIMEOUT_MS,
  )

  test('refuses a Redis that may evict jobs, or forget them over a restart', async () => {
    for (const settings of [{ 'maxmemory-policy': 'allkeys-lru' }, { appendonly: 'no' }]) {
      const careless = await testRedis(settings)
      try {
        provideEnv({ REDIS_URL: careless.url })
        await expect(prepareQueue()).rejects.toThrow(/noeviction|appendonly/)
      } finally {
        provideEnv({ REDIS_URL: redis.url })
        await careless.close()
      }
    }
  })
})
