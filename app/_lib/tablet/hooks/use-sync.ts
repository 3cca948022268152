'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { outboxCounts, type OutboxCounts } from '../outbox/counts.ts'
import { tabletDb } from '../store/open.ts'
import { doorOverHttp, pullOverHttp } from '../sync/http.ts'
import { startSync } from '../sync/loop.ts'
import { linkNow, onLink, type Link } from '../sync/state.ts'
import type { Door } from '../outbox/deps.ts'

// What sends files is fetched when there is one to send: the first load stays small.
const uploadBlob: Door['upload'] = async (blob) => (await import('../outbox/upload.ts')).uploadBlob(blob)

/** useSync keeps this tablet, under the name it has, and the server together while the app is open. */
export function useSync(name: string): void {
  const named = useRef(name)
  useEffect(() => { named.current = name }, [name])
  useEffect(() => startSync(tabletDb(), {
    door: doorOverHttp(uploadBlob), pull: (body) => pullOverHttp(named.current === '' ? body : { ...body, name: named.current }),
  }), [])
}

/** useLink is how the tablet stands with the server. */
export const useLink = (): Link => useSyncExternalStore(onLink, linkNow, linkNow)

/** useOutboxCounts counts what waits and what asks. */
export const useOutboxCounts = (): OutboxCounts =>
  useLiveQuery(() => outboxCounts(tabletDb()), []) ?? { waiting: 0, oldestAt: null, asks: 0 }
