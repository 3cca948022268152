import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod'
import { ORGANIZATION } from '#prisma/seed/demo/plant.ts'
import { DEMO_BROKER_SECRET } from '#prisma/seed/demo/sources.ts'
import { readJson, writeJson } from '#server/platform/json-file.ts'

const fileOf = (dataDir: string): string => join(dataDir, 'demo-broker.json')

// `listening`: somebody has subscribed, so that what is published from now on is not lost.
const brokerPlace = z.object({ port: z.int().min(1).max(65_535), listening: z.boolean() })

/** BrokerPlace is where the demo's broker is, and whether the connector listens there already. */
export type BrokerPlace = z.infer<typeof brokerPlace>

/** readBrokerPlace returns where the demo's broker is, or null while it never was. */
export const readBrokerPlace = (dataDir: string): BrokerPlace | null => readJson(fileOf(dataDir), brokerPlace)

/** writeBrokerPlace notes where the demo's broker is, for the player. */
export const writeBrokerPlace = (dataDir: string, place: BrokerPlace): void => writeJson(fileOf(dataDir), place)

/** brokerPassword returns the broker's password; whoever asks first makes it. */
export async function brokerPassword(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'secrets', ORGANIZATION.slug)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, DEMO_BROKER_SECRET)
  await writeFile(file, randomBytes(24).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  return (await readFile(file, 'utf8')).trim()
}
