'use client'

import type { ReactNode } from 'react'
import { LiveStateProvider } from '../../../_lib/live/state.tsx'
import { useLiveChanges } from '../hooks/use-live-changes.ts'

/** LiveProvider keeps the pages below it up to date by one event stream. */
export function LiveProvider({ children }: { readonly children: ReactNode }): ReactNode {
  return <LiveStateProvider value={useLiveChanges()}>{children}</LiveStateProvider>
}
