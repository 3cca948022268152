import type { Tx } from './db.ts'

/**
 * lockSafeguards lets changes of a site's locks and permits, and what asks for them, come one after another until the transaction ends: a machine
 * is not returned to service while somebody puts his lock on. An order's row is taken before it, never after.
 */
export async function lockSafeguards(tx: Tx, siteId: string): Promise<void> {
  await tx.exec.query('SELECT 1 FROM pg_advisory_xact_lock(hashtext($1))', [`safeguards:${siteId}`])
}
