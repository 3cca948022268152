'use client'

import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { FieldFrame, inputClass } from './field.tsx'
import { itemClass, popoverClass } from './popover-style.ts'
import type { Choice } from './select.tsx'

const SHOWN = 50

interface SuggestFieldProps {
  readonly label: ReactNode
  /** What is typed; a choice writes its id. */
  readonly value: string
  readonly onChange: (text: string) => void
  readonly choices: readonly Choice[]
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly placeholder?: string
  readonly className?: string
}

const fits = ({ id, label, note = '' }: Choice, typed: string): boolean => `${id} ${label} ${note}`.toLowerCase().includes(typed.trim().toLowerCase())

/** SuggestField is a line of text that offers what is known: a choice can be taken, and anything else be written. */
export function SuggestField({ label, value, onChange, choices, hint, error, placeholder = '', className }: SuggestFieldProps): ReactNode {
  const chosen = choices.some((choice) => choice.id === value)
  // With a choice taken all are offered again, so that another can be seen.
  const offered = (chosen ? choices : choices.filter((choice) => fits(choice, value))).slice(0, SHOWN)
  return (
    <ComboBox
      inputValue={value} onInputChange={onChange} items={offered} defaultFilter={() => true} allowsCustomValue menuTrigger="focus" isInvalid={error !== undefined}
      {...(className === undefined ? {} : { className })}
    >
      <FieldFrame label={label} hint={hint} error={error}>
        <Group className={cx(inputClass, '!py-0 !pe-0 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent-text')}>
          <Input placeholder={placeholder} className="min-h-[30px] min-w-0 flex-1 bg-transparent !outline-none" />
          <Button className="touch-square grid min-h-[30px] w-8 place-items-center text-fg-2"><ChevronDown size={14} strokeWidth={1.5} aria-hidden /></Button>
        </Group>
        <Popover className={cx(popoverClass, 'min-w-(--trigger-width)')}>
          <ListBox className="max-h-72 overflow-auto p-1 outline-none">
            {(choice: Choice) => (
              <ListBoxItem id={choice.id} textValue={choice.id} className={itemClass}>
                <span className="min-w-0 flex-1">{choice.label}{choice.note !== undefined && <span className="ms-2 text-12 text-fg-2">{choice.note}</span>}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </FieldFrame>
    </ComboBox>
  )
}
