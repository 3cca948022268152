'use client'

import { createContext, useContext, type ReactNode } from 'react'

/** LiveState is the state of the event stream and when something last changed (epoch ms by the browser's clock, null before). */
export interface LiveState {
  readonly status: 'connecting' | 'live' | 'reconnecting' | 'off'
  readonly changedAt: number | null
  /** Why it is off, in the server's words. */
  readonly reason: string | null
}

const LiveContext = createContext<LiveState>({ status: 'connecting', changedAt: null, reason: null })

/** LiveStateProvider tells the components below how live they are. */
export function LiveStateProvider({ value, children }: { readonly value: LiveState; readonly children: ReactNode }): ReactNode {
  return <LiveContext value={value}>{children}</LiveContext>
}

/** useLiveState is the state of the event stream. */
export const useLiveState = (): LiveState => useContext(LiveContext)
