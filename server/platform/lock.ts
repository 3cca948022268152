import { systemTx } from './db.ts'

/**
 * withAdvisoryLock runs the work unless another process is running it at this moment, as the database tells by a lock of
 * that name; true when it ran. The lock ends with the work, or with the process.
 */
export const withAdvisoryLock = (name: string, work: () => Promise<void>): Promise<boolean> =>
  systemTx(async (client) => {
    const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_xact_lock(hashtext($1)) AS free', [name])
    if (!rows[0]?.free) return false
    await work()
    return true
  })
