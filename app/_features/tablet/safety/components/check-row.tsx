'use client'

import { Check } from 'lucide-react'
import type { ReactNode } from 'react'

interface CheckRowProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
}

/** CheckRow is something to confirm, the whole row a target for a glove. */
export function CheckRow({ checked, onChange, children }: CheckRowProps): ReactNode {
  return (
    <label className="frame relative flex min-h-(--row) cursor-pointer items-center gap-4 rounded-[12px] bg-surface px-4 py-3 text-m18 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-text">
      <input type="checkbox" checked={checked} onChange={(event) => { onChange(event.target.checked) }} className="absolute inset-0 cursor-pointer opacity-0" />
      <span aria-hidden className={`grid size-8 shrink-0 place-items-center rounded-[8px] border-2 ${checked ? 'border-g12 bg-g12 text-g1' : 'border-g9'}`}>{checked && <Check size={24} strokeWidth={2.2} />}</span>
      <span className="min-w-0 break-words">{children}</span>
    </label>
  )
}
