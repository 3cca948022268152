import { expect, test } from 'vitest'
import { ensureRights } from '#server/platform/embedded/roles.ts'
import { withClient } from '#tests/harness/cluster.ts'
import { useTestDatabase } from '#tests/harness/database.ts'

const database = useTestDatabase()

test('rights are given by several starts at the same time', async () => {
  const starts = Array.from({ length: 12 }, () => withClient(database.superUrl, async (client) => {
    for (let again = 0; again < 40; again++) await ensureRights(client)
  }))
  expect((await Promise.allSettled(starts)).filter(({ status }) => status === 'rejected')).toEqual([])
})
