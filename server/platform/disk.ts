import { existsSync, statfsSync } from 'node:fs'
import path from 'node:path'

/** freeBytesAt is how much of the disk under a folder this user may still fill, in bytes; a folder that is not there yet counts as its parent. */
export function freeBytesAt(folder: string): number {
  let there = path.resolve(folder)
  while (!existsSync(there)) there = path.dirname(there)
  const { bavail, bsize } = statfsSync(there)
  return bavail * bsize
}
