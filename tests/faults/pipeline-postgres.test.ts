import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prepareQueue } from '#server/queue/backend.ts'
import { closeQueues } from '#server/queue/client.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { runScenario, SCENARIOS } from './scenarios.ts'
import { ALL_WELL } from './verdict.ts'

const TIMEOUT_MS = 180_000

describe('the pipeline with its queue on PostgreSQL', () => {
  const database = useTestDatabase()
  beforeAll(() => prepareQueue())
  afterAll(() => closeQueues())

  test.each(SCENARIOS.filter((scenario) => scenario !== 'redis-flushed'))(
    'loses and doubles nothing: %s',
    async (scenario) => {
      expect((await runScenario(database, scenario, 20_261_122)).verdict).toEqual(ALL_WELL)
    },
    TIMEOUT_MS,
  )
})
