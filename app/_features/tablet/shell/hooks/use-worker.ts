'use client'

import { useEffect, useSyncExternalStore } from 'react'
import type { SyncState } from '../sync-state.ts'
import { startWorker, takeNewVersion, watchWorker, workerState, type WorkerState } from '../worker/registration.ts'
import { mayUpdate } from '../worker/update.ts'

const UNSEEN_MS = 60_000

/** useWorker is the state of the worker that keeps the app on this tablet. */
export const useWorker = (): WorkerState => useSyncExternalStore(watchWorker, workerState, workerState)

/** useNewVersions starts the worker, and lets a version that waits take over when everything is sent and nobody has looked for a minute. */
export function useNewVersions(sync: SyncState): void {
  const { updateReady } = useWorker()
  const ready = updateReady && mayUpdate(sync)
  useEffect(startWorker, [])
  useEffect(() => {
    if (!ready) return undefined
    let unseen: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      clearTimeout(unseen)
      if (document.hidden) unseen = setTimeout(takeNewVersion, UNSEEN_MS)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(unseen)
      document.removeEventListener('visibilitychange', look)
    }
  }, [ready])
}
