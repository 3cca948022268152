import type { HealthFacts } from '#server/core/system/health.ts'
import { now } from '#server/platform/clock.ts'
import { freeBytesAt } from '#server/platform/disk.ts'
import { env } from '#server/platform/env.ts'
import { installationRow } from './installation.repo.ts'

// A span that waits carries no time of its own, so its age is how long this process has seen it at the head.
let head: { readonly no: string; readonly seenMs: number } | null = null

function waitingFor(no: string | null, nowMs: number): number | null {
  if (no === null) head = null
  else if (head?.no !== no) head = { no, seenMs: nowMs }
  return head === null ? null : nowMs - head.seenMs
}

/** installationFacts reads how the installation does: its processes, what waits, its clock against the database's, and its disk. */
export async function installationFacts(): Promise<HealthFacts> {
  const asked = now().getTime()
  const { nowMs, rollUpNo, ...facts } = await installationRow()
  const answered = now().getTime()
  return {
    ...facts,
    rollUpAgeMs: waitingFor(rollUpNo, answered),
    clockSkewMs: nowMs - (asked + answered) / 2,
    diskFreeBytes: freeBytesAt(env().DATA_DIR),
  }
}
