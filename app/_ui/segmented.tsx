'use client'

import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import type { ReactNode } from 'react'

interface SegmentedProps<Id extends string> {
  readonly label: string
  readonly choices: readonly { readonly id: Id; readonly label: string }[]
  readonly value: Id
  readonly onChange: (id: Id) => void
}

/** Segmented is a row of joined buttons of which one is on, for a range or a scale. */
export function Segmented<Id extends string>({ label, choices, value, onChange }: SegmentedProps<Id>): ReactNode {
  return (
    <ToggleButtonGroup
      aria-label={label} selectionMode="single" disallowEmptySelection selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const found = choices.find((choice) => keys.has(choice.id))
        if (found) onChange(found.id)
      }}
      className="inline-flex rounded-md border border-g6"
    >
      {choices.map((choice) => (
        <ToggleButton
          key={choice.id} id={choice.id}
          className="touch-square min-h-[26px] cursor-pointer px-2.5 text-12 whitespace-nowrap text-fg-2 not-first:border-s not-first:border-g6 first:rounded-s-[5px] last:rounded-e-[5px] hover:bg-g3 selected:bg-g4 selected:font-mid selected:text-fg focus-visible:z-10"
        >
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
