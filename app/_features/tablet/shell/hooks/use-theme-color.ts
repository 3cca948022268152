'use client'

import { useEffect } from 'react'

/** useThemeColor gives the bars that the device draws around the app the colour of the app's own, whichever theme is chosen. */
export function useThemeColor(): void {
  useEffect(() => {
    const root = document.documentElement
    const show = (): void => {
      const color = getComputedStyle(root).getPropertyValue('--surface').trim()
      for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.setAttribute('content', color)
    }
    show()
    const watcher = new MutationObserver(show)
    watcher.observe(root, { attributeFilter: ['data-theme'] })
    return () => { watcher.disconnect() }
  }, [])
}
