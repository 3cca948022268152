import type { Tx } from '#server/platform/db.ts'

/** databaseNow is the database's time at this moment (epoch ms), which does not stand still in a transaction. */
export async function databaseNow(tx: Tx): Promise<number> {
  const [row] = await tx.exec.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  if (!row) throw new Error('the database told no time')
  return row.now.getTime()
}
