import type { Tx } from '#server/platform/db.ts'

/** takeTime is the database's time at this moment. */
export async function takeTime(tx: Tx): Promise<Date> {
  const [row] = await tx.exec.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  if (!row) throw new Error('the database told no time')
  return row.now
}
