import { join } from 'node:path'
import * as z from 'zod'
import { ROLES } from '#server/core/people/permissions.ts'
import { env } from '#server/platform/env.ts'
import { readJson, writeJson } from '#server/platform/json-file.ts'

/** demoFile parses `demo.json` of the data folder: the sign-ins of this installation's demo, and when it was first started (RFC 3339). */
const demoFile = z.object({
  password: z.string().min(1),
  startedAt: z.iso.datetime(),
  accounts: z.array(z.object({ role: z.enum(ROLES), email: z.string(), name: z.string() })),
})

/** DemoFile is what the demo's seed notes for the people and programs of this machine. */
export type DemoFile = z.infer<typeof demoFile>

const pathOf = (dataDir: string): string => join(dataDir, 'demo.json')

/** readDemoFile returns the demo's file of a data folder; null when there is none, 'unavailable' when it is damaged. */
export const readDemoFile = (dataDir: string): DemoFile | null => readJson(pathOf(dataDir), demoFile)

/** writeDemoFile replaces the demo's file of a data folder. */
export const writeDemoFile = (dataDir: string, file: DemoFile): void => writeJson(pathOf(dataDir), file)

/** demoAccounts returns the sign-ins of the demo for the sign-in page; null when this installation is not a demo. */
export function demoAccounts(): Pick<DemoFile, 'password' | 'accounts'> | null {
  const { DATA_DIR, MILLWRIGHT_DEMO } = env()
  if (MILLWRIGHT_DEMO !== '1') return null
  const file = readDemoFile(DATA_DIR)
  return file && { password: file.password, accounts: file.accounts }
}
