'use client'

import { FieldError as AriaFieldError } from 'react-aria-components/FieldError'
import { Label as AriaLabel } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import type { ReactNode } from 'react'

/** inputClass is the look of everything one types or picks into. */
export const inputClass =
  'touch flex min-h-8 w-full min-w-0 items-center gap-2 rounded-md border border-g8 bg-surface px-2.5 py-1 text-13 text-fg invalid:border-2 invalid:border-g12 disabled:border-line disabled:bg-g3 disabled:text-fg-2'

interface FieldFrameProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** What is wrong with the value, in words. */
  readonly error?: string | undefined
  readonly children: ReactNode
}

/** FieldFrame puts a label over a control, and a hint or an error in words under it. */
export function FieldFrame({ label, hint, error, children }: FieldFrameProps): ReactNode {
  return (
    <>
      <AriaLabel className="mb-1 block text-12 text-fg-2">{label}</AriaLabel>
      {children}
      {hint !== undefined && <Text slot="description" className="mt-1 block text-12 text-fg-2">{hint}</Text>}
      <AriaFieldError className="mt-1 block text-12 font-mid text-fg before:me-1.5 before:font-strong before:content-['!']">{error}</AriaFieldError>
    </>
  )
}
