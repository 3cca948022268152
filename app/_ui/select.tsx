'use client'

import { Check, ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { FieldFrame, inputClass } from './field.tsx'
import { itemClass, popoverClass } from './popover-style.ts'

/** Choice is one thing to pick: id is stored, label is read, note stands beside it. */
export interface Choice {
  readonly id: string
  readonly label: string
  readonly note?: string
}

interface SelectProps {
  readonly label: ReactNode
  readonly choices: readonly Choice[]
  readonly value: string | null
  readonly onChange: (id: string) => void
  readonly placeholder?: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly isDisabled?: boolean
  readonly className?: string
}

/** Select picks one of a list. */
export function Select({ label, choices, value, onChange, placeholder, hint, error, isDisabled = false, className }: SelectProps): ReactNode {
  return (
    <AriaSelect
      value={value} isDisabled={isDisabled} isInvalid={error !== undefined}
      onChange={(key) => { if (key !== null) onChange(String(key)) }}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(className === undefined ? {} : { className })}
    >
      <FieldFrame label={label} hint={hint} error={error}>
        <Button className={cx(inputClass, 'text-start hover:bg-g3')}>
          <SelectValue className="min-w-0 flex-1 truncate placeholder:text-fg-2" />
          <ChevronDown size={14} strokeWidth={1.5} aria-hidden className="text-fg-2" />
        </Button>
        <Popover className={cx(popoverClass, 'min-w-(--trigger-width)')}>
          <ListBox items={choices} className="max-h-80 overflow-auto p-1 outline-none">
            {(choice) => (
              <ListBoxItem id={choice.id} textValue={choice.label} className={itemClass}>
                {({ isSelected }) => (
                  <>
                    <span className="min-w-0 flex-1">{choice.label}{choice.note !== undefined && <span className="ms-2 text-12 text-fg-2">{choice.note}</span>}</span>
                    {isSelected && <Check size={14} strokeWidth={1.8} aria-hidden />}
                  </>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </FieldFrame>
    </AriaSelect>
  )
}
