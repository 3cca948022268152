'use client'

import { useEffect, useEffectEvent } from 'react'
import { grow, NOTHING_KEYED } from '../keyed.ts'

const TYPED_INTO = 'input, textarea, select, [contenteditable="true"]'

/** useKeyedCode hears a scanner that types what it reads and presses Enter, while no field has the focus. */
export function useKeyedCode(onCode: (text: string) => void): void {
  const heard = useEffectEvent(onCode)
  useEffect(() => {
    let keyed = NOTHING_KEYED
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || (event.target instanceof Element && event.target.matches(TYPED_INTO))) return
      const next = grow(keyed, event.key, event.timeStamp)
      keyed = next.keyed
      if (next.code === null) return
      // The Enter at the end belongs to the scanner and not to the button that happens to have the focus.
      event.preventDefault()
      heard(next.code)
    }
    window.addEventListener('keydown', press, true)
    return () => { window.removeEventListener('keydown', press, true) }
  }, [])
}
