import path from 'node:path'
import { rm } from 'node:fs/promises'
import { env } from '../env.ts'

const ID = /^[0-9a-f-]{36}$/

/** receivingFolder is where bytes gather that are still being sent. */
export const receivingFolder = (): string => path.resolve(env().DATA_DIR, 'uploads')

/** receivingName names a file that is being received, by organization and attachment: nothing that somebody typed. */
export function receivingName(orgId: string, id: string): string {
  if (!ID.test(orgId) || !ID.test(id)) throw new Error('an upload is named by two UUIDs')
  return `${orgId}_${id}`
}

/** receivedFile is the path of a file that is being received. */
export const receivedFile = (orgId: string, id: string): string => path.join(receivingFolder(), receivingName(orgId, id))

/** forgetReceived removes what was received of a file, with the note beside it. */
export async function forgetReceived(orgId: string, id: string): Promise<void> {
  const file = receivedFile(orgId, id)
  await rm(file, { force: true })
  await rm(`${file}.json`, { force: true })
}
