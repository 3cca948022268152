'use client'

import { Button } from 'react-aria-components/Button'
import type { ReactNode } from 'react'

interface FigureButtonProps {
  readonly text: string
  /** What it is, for screen readers, which read buttons without what stands around them. */
  readonly label: string
  readonly isNone: boolean
  readonly onOpen: () => void
}

/** FigureButton is a number that opens its rows on this page; nothing opens from nothing. */
export function FigureButton({ text, label, isNone, onOpen }: FigureButtonProps): ReactNode {
  if (isNone) return <span className="num inline-flex min-h-6 items-center text-fg-2">{text}</span>
  return <Button aria-label={`${label}: ${text}`} onPress={onOpen} className="touch-square num inline-flex min-h-6 min-w-6 cursor-pointer items-center justify-end rounded-sm font-strong text-accent-text underline">{text}</Button>
}
