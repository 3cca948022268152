import { loadPointKeys, type PointRef } from './points.repo.ts'

interface Directory {
  readonly points: Map<string, PointRef>
  readonly loadedAt: number
}

const directories = new Map<string, Directory>()
// A key that nobody knows is looked up again at most this often, so that a sender with wrong keys costs little.
const RELOAD_MS = 3000

/** pointDirectory gives the organization's points by key; it reads them again when a key is missing and the copy is old. */
export async function pointDirectory(orgId: string, nowMs: number, missing = false): Promise<ReadonlyMap<string, PointRef>> {
  const known = directories.get(orgId)
  if (known && !(missing && nowMs - known.loadedAt >= RELOAD_MS)) return known.points
  const points = await loadPointKeys(orgId)
  directories.set(orgId, { points, loadedAt: nowMs })
  return points
}
