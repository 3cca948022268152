'use client'

import { Check } from 'lucide-react'
import { useId, type ReactNode } from 'react'

interface ChoiceProps<Id extends string> {
  readonly label: string
  readonly choices: readonly { readonly id: Id; readonly label: string; readonly lang?: string }[]
  readonly value: Id
  readonly onChange: (id: Id) => void
}

/** Choice is one of a few, all of them to be seen: a row of large buttons that arrow keys walk through. */
export function Choice<Id extends string>({ label, choices, value, onChange }: ChoiceProps<Id>): ReactNode {
  const name = useId()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-m16 text-fg-2">{label}</legend>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,calc(150px*var(--scale))),1fr))] gap-2">
        {choices.map((choice) => (
          <label
            key={choice.id} lang={choice.lang}
            className="frame relative flex min-h-(--row) cursor-pointer items-center justify-center gap-3 rounded-[12px] bg-surface px-3 py-2 text-center text-m18 font-mid has-checked:border-g12 has-checked:bg-g12 has-checked:font-strong has-checked:text-g1 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-text"
          >
            <input
              type="radio" name={name} value={choice.id} checked={choice.id === value}
              onChange={() => { onChange(choice.id) }} className="absolute inset-0 cursor-pointer opacity-0"
            />
            {choice.id === value && <Check size={24} strokeWidth={1.7} aria-hidden />}
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
