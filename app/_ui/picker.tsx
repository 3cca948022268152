'use client'

import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { FieldFrame, inputClass } from './field.tsx'
import { itemClass, popoverClass } from './popover-style.ts'
import type { Choice } from './select.tsx'

interface PickerProps {
  readonly label: ReactNode
  readonly choices: readonly Choice[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly error?: string | undefined
}

/** Picker picks one of a long list by typing a part of it. */
export function Picker({ label, choices, value, onChange, error }: PickerProps): ReactNode {
  return (
    <ComboBox value={value} onChange={(key) => { onChange(key === null ? null : String(key)) }} defaultItems={choices} isInvalid={error !== undefined} menuTrigger="focus">
      <FieldFrame label={label} error={error}>
        <Group className={cx(inputClass, '!py-0 !pe-0 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent-text')}>
          <Input className="min-h-8 min-w-0 flex-1 bg-transparent !outline-none" />
          <Button className="touch-square grid min-h-8 w-8 place-items-center text-fg-2"><ChevronDown size={14} strokeWidth={1.5} aria-hidden /></Button>
        </Group>
        <Popover className={cx(popoverClass, 'w-(--trigger-width)')}>
          <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 34 }}>
            <ListBox className="max-h-72 overflow-auto p-1 outline-none">
              {(choice: Choice) => <ListBoxItem id={choice.id} textValue={choice.label} className={itemClass}>{choice.label}</ListBoxItem>}
            </ListBox>
          </Virtualizer>
        </Popover>
      </FieldFrame>
    </ComboBox>
  )
}
