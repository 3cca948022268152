import { databaseReasons } from '#server/modules/health/index.ts'
import { isQueueReachable } from './queue-check.ts'

/** handleHealth says whether this installation can do its work: 200 {"status":"ready"}, else 503 with the reasons in words. */
export async function handleHealth(): Promise<Response> {
  const reasons = await databaseReasons()
  if (reasons.length === 0 && !(await isQueueReachable())) reasons.push('The queue cannot be reached.')
  const headers = { 'cache-control': 'no-store' }
  return reasons.length === 0 ? Response.json({ status: 'ready' }, { headers }) : Response.json({ status: 'not-ready', reasons }, { status: 503, headers })
}
