'use client'

import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import type { ReactNode } from 'react'

interface TooltipProps {
  /** The words; they must be reachable in another way too (a label, the page itself). */
  readonly text: string
  readonly placement?: 'top' | 'right' | 'bottom' | 'left'
  /** One focusable React Aria element. */
  readonly children: ReactNode
}

/** Tooltip names an icon on hover and focus; it never carries what stands nowhere else. */
export function Tooltip({ text, placement = 'top', children }: TooltipProps): ReactNode {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      {children}
      <AriaTooltip placement={placement} offset={6} className="rounded-md bg-g12 px-2 py-1 text-12 text-g1">{text}</AriaTooltip>
    </TooltipTrigger>
  )
}
