import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prepareQueue } from '#server/queue/backend.ts'
import { closeQueues } from '#server/queue/client.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { runScenario } from './scenarios.ts'
import { ALL_WELL } from './verdict.ts'

const TIMEOUT_MS = 180_000

describe('the fault board itself', () => {
  const database = useTestDatabase()
  beforeAll(() => prepareQueue())
  afterAll(() => closeQueues())

  test(
    'turns red without the inbox key: a batch sent again is no longer told apart',
    async () => {
      await database.query('DROP INDEX inbox_source_id_batch_key_key')
      const verdict = await runScenario(database, 'sent-three-times', 7).then(
        (outcome) => outcome.verdict,
        (error: unknown) => String(error),
      )
      expect(verdict).not.toEqual(ALL_WELL)
      await database.query('CREATE UNIQUE INDEX inbox_source_id_batch_key_key ON inbox (source_id, batch_key)')
    },
    TIMEOUT_MS,
  )

  test(
    'turns red without the readings key: a row sent twice is stored twice',
    async () => {
      await database.query('ALTER TABLE telemetry.reading DROP CONSTRAINT reading_pkey')
      const { verdict } = await runScenario(database, 'sent-under-other-keys', 8)
      expect(verdict.surplusReadings).toBeGreaterThan(0)
    },
    TIMEOUT_MS,
  )

  test(
    'turns red when alarms fall out of their flood',
    async () => {
      await database.query(
        `CREATE FUNCTION fall_out() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF hashtext(NEW.id::text) % 50 = 0 THEN NEW.parent_id := NULL; END IF; RETURN NEW; END $$`)
      await database.query('CREATE TRIGGER fall_out BEFORE UPDATE OF parent_id ON incident FOR EACH ROW EXECUTE FUNCTION fall_out()')
      const { verdict } = await runScenario(database, 'flood', 9)
      await database.query('DROP TRIGGER fall_out ON incident')
      expect(verdict.missedTickets + verdict.duplicateTickets).toBeGreaterThan(0)
      expect(verdict.missedIncidents).toBe(0)
    },
    TIMEOUT_MS,
  )
})
