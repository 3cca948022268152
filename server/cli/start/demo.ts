import { spawn } from 'node:child_process'
import { existsSync, openSync, closeSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { AppError } from '#server/core/kernel/errors.ts'
import { readJson } from '#server/platform/json-file.ts'
import { lastLines } from './supervisor.ts'

const demoSchema = z.object({
  password: z.string(),
  accounts: z.array(z.object({ role: z.string(), email: z.string(), name: z.string() })),
})

/** DemoAccess is how to sign in to the demo plant: one account per role, one password, made at the first start. */
export type DemoAccess = z.infer<typeof demoSchema>

const SEED = 'prisma/seed/demo/main.ts'

/** readDemo gives the demo's sign-ins, or null when the demo was never seeded here. */
export const readDemo = (dataFolder: string): DemoAccess | null => readJson(path.join(dataFolder, 'demo.json'), demoSchema)

/** seedDemo makes the demo plant on the first run, and finishes one that was cut short; what is there already stays. */
export async function seedDemo(root: string, dataFolder: string, logFolder: string, signal: AbortSignal): Promise<void> {
  if (readDemo(dataFolder) || !existsSync(path.join(root, SEED))) return
  const logFile = path.join(logFolder, 'demo-seed.log')
  const log = openSync(logFile, 'a', 0o600)
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SEED], { cwd: root, stdio: ['ignore', log, log], signal })
    closeSync(log)
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new AppError('unavailable', `The demo plant could not be made:\n${lastLines(logFile)}\nStart without it: MILLWRIGHT_DEMO=0.`))
    })
  })
}

/** demoWords lists the sign-ins for the terminal. */
export function demoWords(demo: DemoAccess): string {
  const width = Math.max(...demo.accounts.map((account) => account.role.length))
  const lines = demo.accounts.map((account) => `    ${account.role.padEnd(width)}  ${account.email}`)
  return [`  Demo sign-ins, all with the password ${demo.password}`, ...lines].join('\n')
}
