import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { childEnv } from '#server/platform/env.ts'

/** SystemProgram is a program of the operating system that tests need, with the Debian package that brings it. */
export interface SystemProgram {
  readonly aptPackage: string
  readonly places: readonly string[]
}

/** PROGRAMS is what the tests need beside npm's packages. */
const PROGRAMS: readonly SystemProgram[] = [
  { aptPackage: 'redis-server', places: ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'] },
  { aptPackage: 'mosquitto', places: ['/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto', '/opt/homebrew/sbin/mosquitto'] },
  { aptPackage: 'chromium', places: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Chromium.app', '/Applications/Google Chrome.app'] },
]

const POLICY = '/usr/sbin/policy-rc.d'
const APT = { env: childEnv({ DEBIAN_FRONTEND: 'noninteractive' }), stdio: 'inherit' } as const

/** missingPrograms names the packages whose program is at none of its places. */
const missingPrograms = (exists: (file: string) => boolean = existsSync): string[] =>
  PROGRAMS.filter((program) => !program.places.some(exists)).map((program) => program.aptPackage)

/**
 * installPrograms installs what is missing with apt, without starting any service of it. Returns what is still missing:
 * everything, when this is not root on a machine with apt.
 */
export function installPrograms(): string[] {
  const missing = missingPrograms()
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return missing
  console.log(`Installing ${missing.join(', ')} with apt …`)
  // Debian starts a service when its package is installed, unless this file says no (101: "action forbidden by policy").
  const ours = !existsSync(POLICY)
  if (ours) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    spawnSync('apt-get', ['update', '-q'], APT)
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], APT)
  } finally {
    if (ours) rmSync(POLICY, { force: true })
  }
  return missingPrograms()
}
