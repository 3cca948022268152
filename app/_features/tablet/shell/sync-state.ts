'use client'

import { useSyncExternalStore } from 'react'
import { useLink, useOutboxCounts } from '../../../_lib/tablet/hooks/use-sync.ts'

/** SyncState is what the frame always shows: the network, and what of this tablet's work is saved, waits, or needs a person. */
export interface SyncState {
  /** Whether the server is reached; before the first try, whether the browser knows of a network. */
  readonly online: boolean
  /** Changes that wait to be sent. */
  readonly waiting: number
  /** When the oldest of them was made (epoch ms); null when nothing waits. */
  readonly oldestAt: number | null
  /** Changes that the server refused or put aside: each waits for a person's decision. */
  readonly needsYou: number
  readonly sending: boolean
  /** When this tablet last had everything from the server (epoch ms); null when it never had. */
  readonly savedAt: number | null
  /** Why the server refuses this tablet or person; null when it does not. */
  readonly refused: string | null
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

const timeOf = (text: string | null): number | null => (text === null ? null : Date.parse(text))

/** useSyncState is the state of this tablet. */
export function useSyncState(): SyncState {
  const network = useSyncExternalStore(subscribe, () => navigator.onLine, () => true)
  const link = useLink()
  const counts = useOutboxCounts()
  return {
    online: network && link.reached !== false, waiting: counts.waiting, oldestAt: timeOf(counts.oldestAt), needsYou: counts.asks,
    sending: link.sending && counts.waiting > 0, savedAt: timeOf(link.pulledAt), refused: link.refused,
  }
}
