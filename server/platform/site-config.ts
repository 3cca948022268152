import type { Exec } from './db.ts'

/**
 * touchSiteConfig tells the site's lane (every site's, when none is named) that points, rules or maintenance windows
 * changed: the next batch is judged by the new state. Call it in the transaction of the change.
 */
export async function touchSiteConfig(exec: Exec, orgId: string, siteId?: string): Promise<void> {
  await exec.query(
    'UPDATE site SET config_version = config_version + 1 WHERE org_id = $1::uuid AND ($2::uuid IS NULL OR id = $2::uuid)',
    [orgId, siteId ?? null],
  )
}
