'use client'

import { useLinkStatus } from 'next/link'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

/** LinkPending stands inside a Next.js link and shows, after a moment, that the page behind it is on its way. */
export function LinkPending({ className }: { readonly className?: string }): ReactNode {
  const { pending } = useLinkStatus()
  return (
    <span
      aria-hidden
      className={cx('size-1.5 rounded-pill bg-g9 transition-opacity delay-150', pending ? 'animate-wait opacity-100' : 'opacity-0', className)}
    />
  )
}
