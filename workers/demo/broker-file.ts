import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod'
import { DEMO_BROKER_SECRET } from '#prisma/seed/demo/sources.ts'

const fileOf = (dataDir: string): string => join(dataDir, 'demo-broker.json')
const place = z.object({ port: z.int().min(1).max(65_535) })

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** readBrokerPort returns the port of the demo's broker, or null while it has none. */
export async function readBrokerPort(dataDir: string): Promise<number | null> {
  try {
    return place.parse(JSON.parse(await readFile(fileOf(dataDir), 'utf8'))).port
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** writeBrokerPort notes where the demo's broker listens, for the player. */
export async function writeBrokerPort(dataDir: string, port: number): Promise<void> {
  const temporary = `${fileOf(dataDir)}.${process.pid}`
  await writeFile(temporary, JSON.stringify({ port }))
  await rename(temporary, fileOf(dataDir))
}

/** brokerPassword returns the broker's password; whoever asks first makes it. */
export async function brokerPassword(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'secrets')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, DEMO_BROKER_SECRET)
  await writeFile(file, randomBytes(24).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  return (await readFile(file, 'utf8')).trim()
}
