'use client'

import { useSyncExternalStore } from 'react'

/** SyncState is what the frame always shows: the network, and what of this tablet's work is saved, waits, or needs a person. */
export interface SyncState {
  /** Whether there is a network, as far as the browser knows. */
  readonly online: boolean
  /** Changes that wait to be sent. */
  readonly waiting: number
  /** When the oldest of them was made (epoch ms); null when nothing waits. */
  readonly oldestAt: number | null
  /** Changes that the server refused or put aside: each waits for a person's decision. */
  readonly needsYou: number
  readonly sending: boolean
  /** When something was last saved on this tablet (epoch ms); null when nothing was. */
  readonly savedAt: number | null
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** useSyncState is the state of this tablet. Nothing is entered on the tablet yet, so nothing waits. */
export function useSyncState(): SyncState {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine, () => true)
  return { online, waiting: 0, oldestAt: null, needsYou: 0, sending: false, savedAt: null }
}
