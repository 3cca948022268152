'use client'

import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

const announce = (): void => {
  for (const changed of listeners) changed()
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  window.addEventListener('popstate', changed)
  return () => {
    listeners.delete(changed)
    window.removeEventListener('popstate', changed)
  }
}

const current = (): string => window.location.pathname
const onServer = (): string => '/m'

/** usePath is the address of the screen, without its query; the component draws anew when it changes. */
export const usePath = (): string => useSyncExternalStore(subscribe, current, onServer)

const depth = (): number => {
  const state = window.history.state as { readonly mwDepth?: unknown } | null
  return typeof state?.mwDepth === 'number' ? state.mwDepth : 0
}

/** navigate shows another screen of the tablet; the server is not asked. `replace` leaves no way back to the present one. */
export function navigate(to: string, replace = false): void {
  if (replace) window.history.replaceState({ mwDepth: depth() }, '', to)
  else {
    window.history.pushState({ mwDepth: depth() + 1 }, '', to)
    window.scrollTo(0, 0)
  }
  announce()
}

/** goBack shows the screen before; on an address that was opened from outside, where going back would leave the app, `otherwise`. */
export function goBack(otherwise: string): void {
  if (depth() > 0) window.history.back()
  else navigate(otherwise, true)
}
