'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useSyncExternalStore } from 'react'
import { outboxCounts, type OutboxCounts } from '../outbox/counts.ts'
import { tabletDb } from '../store/open.ts'
import { doorOverHttp, pullOverHttp } from '../sync/http.ts'
import { startSync } from '../sync/loop.ts'
import { linkNow, onLink, type Link } from '../sync/state.ts'
import { uploadBlob } from '../outbox/upload.ts'

/** useSync keeps this tablet and the server together while the app is open. */
export function useSync(): void {
  useEffect(() => startSync(tabletDb(), { door: doorOverHttp(uploadBlob), pull: pullOverHttp }), [])
}

/** useLink is how the tablet stands with the server. */
export const useLink = (): Link => useSyncExternalStore(onLink, linkNow, linkNow)

const midnight = (): string => new Date(new Date().setHours(0, 0, 0, 0)).toISOString()

/** useOutboxCounts counts what waits, what asks and what was sent today. */
export const useOutboxCounts = (): OutboxCounts =>
  useLiveQuery(() => outboxCounts(tabletDb(), midnight()), []) ?? { waiting: 0, oldestAt: null, asks: 0, sent: 0 }
