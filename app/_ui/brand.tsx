import type { ReactNode } from 'react'

/** BrandMark is Millwright's sign: an M in a ring. */
export function BrandMark({ size = 20 }: { readonly size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" aria-hidden>
      <circle cx="10" cy="10" r="8.6" strokeWidth="1.7" />
      <path d="M5.4 13.6V6.8L10 11l4.6-4.2v6.8" strokeWidth="1.9" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  )
}
