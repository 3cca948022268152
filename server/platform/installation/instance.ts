import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import * as z from 'zod'
import { AppError } from '../../core/kernel/errors.ts'
import { commandLine, processExists } from '../embedded/postmaster.ts'
import { readJson, writeJson } from '../json-file.ts'

const instanceSchema = z.object({
  pid: z.int(),
  address: z.string(),
  state: z.enum(['running', 'stopping']),
  /** Process ids of what it started, by name. */
  children: z.record(z.string(), z.int()),
})

/** Instance describes the Millwright that runs on a data folder, as it wrote itself into run.json. */
export type Instance = z.infer<typeof instanceSchema>

/** START_PROGRAM is the file whose process owns a data folder; a process id that another program took over is told by it. */
const START_PROGRAM = 'server/cli/start.ts'
const SETTLE_MS = 3_000
const STOPPING_MS = 30_000
const CHILD_END_MS = 15_000
const LOOK_MS = 100

const instanceFile = (dataFolder: string): string => path.join(dataFolder, 'run.json')

/** liveInstance is the Millwright that runs on the data folder now, or null. */
export function liveInstance(dataFolder: string): Instance | null {
  const found = readJson(instanceFile(dataFolder), instanceSchema)
  if (!found || found.pid === process.pid || !processExists(found.pid)) return null
  return commandLine(found.pid).includes(START_PROGRAM) ? found : null
}

/** Claim is the right to run on a data folder; update writes what changed, release gives it back. */
export interface Claim {
  readonly update: (changes: Partial<Omit<Instance, 'pid'>>) => void
  readonly release: () => void
}

/**
 * claimDataFolder makes this process the one that runs on the data folder. One that is just stopping is waited for;
 * what a killed one left running is ended. Throws 'conflict' with one sentence when another keeps running.
 */
export async function claimDataFolder(dataFolder: string, address: string): Promise<Claim> {
  await waitForOther(dataFolder)
  await endLeftovers(readJson(instanceFile(dataFolder), instanceSchema)?.children ?? {})
  rmSync(instanceFile(dataFolder), { force: true })
  let mine: Instance = { pid: process.pid, address, state: 'running', children: {} }
  try {
    // Exclusive: of two starts at once, one makes the file.
    writeFileSync(instanceFile(dataFolder), JSON.stringify(mine), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    throw new AppError('conflict', `Another Millwright is just starting on ${dataFolder}.`, { cause: String(error) })
  }
  return {
    update: (changes) => {
      mine = { ...mine, ...changes }
      writeJson(instanceFile(dataFolder), mine)
    },
    release: () => rmSync(instanceFile(dataFolder), { force: true }),
  }
}

async function waitForOther(dataFolder: string): Promise<void> {
  const begun = Date.now()
  for (let other = liveInstance(dataFolder); other; other = liveInstance(dataFolder)) {
    // A start whose own parent was killed notices within a second and stops; so does one that got a signal.
    const patience = other.state === 'stopping' ? STOPPING_MS : SETTLE_MS
    if (Date.now() - begun > patience) {
      throw new AppError('conflict', `Millwright already runs on ${dataFolder} (process ${other.pid}, ${other.address}): stop it there, or choose another DATA_DIR and PORT.`)
    }
    await delay(LOOK_MS)
  }
}

async function endLeftovers(children: Readonly<Record<string, number>>): Promise<void> {
  const ours = (pid: number): boolean => processExists(pid) && /(server\/cli|workers|prisma)\/[\w/-]+\.ts/.test(commandLine(pid))
  const left = Object.values(children).filter(ours)
  const deadline = Date.now() + CHILD_END_MS
  // They noticed that their parent is gone and are finishing what they had begun.
  while (left.some(ours) && Date.now() < deadline) await delay(LOOK_MS)
  for (const pid of left.filter(ours)) process.kill(pid, 'SIGKILL')
}
