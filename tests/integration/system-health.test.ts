import pg from 'pg'
import { expect, test } from 'vitest'
import type { Actor } from '#server/core/people/actor.ts'
import { faultSentence } from '#server/core/telemetry/fault-sentences.ts'
import { tenantHealth } from '#server/modules/health/index.ts'
import { acceptBatch } from '#server/modules/telemetry/index.ts'
import { drainOnce } from '#server/flows/drain-lane/index.ts'
import { env } from '#server/platform/env.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant } from '#tests/harness/plant.ts'

const database = useTestDatabase()

test('the system tells from the database which processes are there, what waits and which sources are silent', async () => {
  const plant = await makePlant()
  const actor: Actor = { type: 'system', orgId: plant.orgId }
  const abnormal = async () => (await tenantHealth(actor, true)).sentences.filter((sentence) => sentence.severity !== 'ok').map(({ key }) => key)
  expect(await abnormal()).toEqual(['system.worker.bad', 'system.gateway.notice', 'system.sourceNever.notice'])

  const worker = new pg.Client({ connectionString: env().MW_SYSTEM_URL, application_name: 'millwright-worker' })
  await worker.connect()
  try {
    await acceptBatch(plant.source, { readings: [{ point: plant.points[0]?.key, ts: Date.now(), value: 20 }] })
    await drainOnce(plant.source.laneNo)
    expect(await abnormal()).toEqual(['system.gateway.notice'])

    await acceptBatch(plant.source, { readings: [{ point: plant.points[0]?.key, ts: Date.now(), value: 21 }] })
    await database.query(`UPDATE inbox SET received_at = now() - interval '61 seconds' WHERE done_at IS NULL`)
    await database.query(`UPDATE source_state SET last_seen_at = now() - interval '11 minutes'`)
    expect(await abnormal()).toEqual(['system.inbox.bad', 'system.gateway.notice', 'system.sourceSilent.notice'])
    const { status, facts } = await tenantHealth(actor, false)
    expect([status, facts.inboxCount, facts.silentSources, facts.partitionsAhead, Math.abs(facts.clockSkewMs) < 5000]).toEqual(['degraded', 1, 1, 7, true])

    await database.query(`UPDATE source_state SET clock = 'replay'`)
    await database.query(`UPDATE source SET clock = 'replay'`)
    expect(await abnormal()).not.toContain('system.sourceSilent.notice')

    await database.query(
      `INSERT INTO health_notice (org_id, id, kind, subject_id, detail) VALUES ($1, $2, 'source-clock', $3, $4)`, [plant.orgId, newId(), plant.source.sourceId, faultSentence('skew', { ahead: 3600, most: 300 })])
    expect((await tenantHealth(actor, true)).sentences.find(({ key }) => key === 'system.sourceClock.notice')?.params).toEqual({ subject: 'source', seconds: 3600, most: 300 })
    await database.query('UPDATE source SET enabled = false')
    expect(await abnormal(), 'a source that is switched off is nothing to act on').toEqual(['system.inbox.bad', 'system.gateway.notice', 'system.noSources.notice'])
  } finally {
    await worker.end()
  }
})
