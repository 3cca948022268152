import type { ReactNode } from 'react'

/** Arrow stands between what was and what became of it, and points the way the language is read. */
export function Arrow(): ReactNode {
  return <span className="inline-block rtl:-scale-x-100">→</span>
}
