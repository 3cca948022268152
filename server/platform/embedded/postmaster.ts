import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Postmaster is PostgreSQL's main process, as its lock file describes it. */
export interface Postmaster {
  readonly pid: number
  readonly dataFolder: string
  readonly port: number
  readonly ready: boolean
}

/** parsePostmasterPid reads the lines of postmaster.pid: pid, data folder, start time, port, socket folder, address, memory key, status (PostgreSQL: "miscadmin.h"). */
export function parsePostmasterPid(text: string): Postmaster | null {
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!Number.isInteger(pid) || pid <= 0 || !lines[1]) return null
  return { pid, dataFolder: lines[1], port: Number.isInteger(port) ? port : 0, ready: lines[7] === 'ready' }
}

/** processExists tells whether a process has this id, whoever owns it. One that has ended but was not yet collected by its parent does not count. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return !hasEnded(pid)
}

// In a container whose first process collects nobody's children, an ended daemon stays in the table as a zombie.
function hasEnded(pid: number): boolean {
  if (!existsSync('/proc/self/stat')) return false
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // proc(5): pid (name) state …; the name may hold anything, so the state is read after its last parenthesis.
    return ['Z', 'X'].includes(stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3))
  } catch {
    return true
  }
}

/** commandLine is what a process was started with; empty when it is gone or cannot be read. */
export function commandLine(pid: number): string {
  const file = `/proc/${pid}/cmdline`
  if (existsSync('/proc/self/cmdline')) {
    try {
      return readFileSync(file, 'utf8').replaceAll('\0', ' ').trim()
    } catch {
      // The process ended between the two looks: no command line is the true answer.
      return ''
    }
  }
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

/**
 * livePostmaster is the PostgreSQL that runs on the data folder now, or null. A process id that another
 * program took over after a crash or a reboot is not mistaken for it.
 */
export function livePostmaster(dataFolder: string): Postmaster | null {
  const file = path.join(dataFolder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const found = parsePostmasterPid(readFileSync(file, 'utf8'))
  if (!found || !processExists(found.pid)) return null
  const command = commandLine(found.pid)
  return command.includes('postgres') && command.includes(dataFolder) ? found : null
}
