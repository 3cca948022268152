import { unwatchFile, watchFile } from 'node:fs'
import type { Certificate } from './files.ts'
import { readCertificate } from './files.ts'

/** ReloadEvents hear what came of a look at changed files. */
export interface ReloadEvents {
  readonly renewed: (certificate: Certificate) => void
  /** The files cannot be used as they are; what was served before is served on. */
  readonly refused: (error: Error) => void
}

const LOOK_MS = 5_000
// The two files are written one after the other: only when both have come does a look succeed.
const SETTLE_MS = 1_000

/**
 * watchCertificate looks at the files again whenever one of them changes, by polling: that also notices links that are
 * moved, as certificate managers do. `served` is what was read before. Returns what ends it.
 */
export function watchCertificate(certFile: string, keyFile: string, served: Certificate, events: ReloadEvents, everyMs = LOOK_MS, settleMs = SETTLE_MS): () => void {
  let waiting: NodeJS.Timeout | undefined
  let last = served
  const look = (): void => {
    try {
      const found = readCertificate(certFile, keyFile)
      if (found.cert === last.cert && found.key === last.key) return
      last = found
      events.renewed(found)
    } catch (error) {
      events.refused(error as Error)
    }
  }
  const soon = (): void => {
    clearTimeout(waiting)
    waiting = setTimeout(look, settleMs)
    waiting.unref()
  }
  for (const file of [certFile, keyFile]) watchFile(file, { interval: everyMs, persistent: false }, soon)
  // What changed before the first poll would be taken for what always was.
  soon()
  return () => {
    clearTimeout(waiting)
    for (const file of [certFile, keyFile]) unwatchFile(file, soon)
  }
}
