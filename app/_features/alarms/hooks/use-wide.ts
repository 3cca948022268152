'use client'

import { useSyncExternalStore } from 'react'

const WIDE = '(min-width: 1280px)'

const listen = (changed: () => void): (() => void) => {
  const media = matchMedia(WIDE)
  media.addEventListener('change', changed)
  return () => { media.removeEventListener('change', changed) }
}

/** useWide tells whether a panel fits beside the list; the server, which does not know, says that it does. */
export const useWide = (): boolean => useSyncExternalStore(listen, () => matchMedia(WIDE).matches, () => true)
