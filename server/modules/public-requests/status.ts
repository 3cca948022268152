import type { ReportStatus } from '#server/core/public/screens.ts'
import { linkIsOver, since, stageOf } from '#server/core/public/stage.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'
import { hashLink, orgOfAddress } from '#server/platform/public-address.ts'
import { reportBySecret } from './requests.repo.ts'

/** reportStatus opens a status link; null when it is unknown or has expired: the two are not told apart. */
export async function reportStatus(secret: string): Promise<ReportStatus | null> {
  const orgId = orgOfAddress(secret, 'secret')
  const row = orgId === null ? null : await withTenant(orgId, (tx) => reportBySecret(tx, hashLink(secret)))
  if (row === null) return null
  const stage = stageOf(row.status)
  const came = stage === 'received' ? null : since(stage, row.changes)
  // Added to an order that was in work already: no stage is older than the report.
  const stageAt = came === null || came < row.at ? row.at : came
  if (linkIsOver(stage, stageAt, now())) return null
  return { stage, receivedAt: row.at, stageAt, reason: stage === 'rejected' ? row.reason : null, joined: row.joined, zone: row.zone }
}
