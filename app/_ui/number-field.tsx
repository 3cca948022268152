'use client'

import { Minus, Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { NumberField as AriaNumberField, type NumberFieldProps as AriaNumberFieldProps } from 'react-aria-components/NumberField'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { FieldFrame, inputClass } from './field.tsx'

type NumberFieldProps = Omit<AriaNumberFieldProps, 'className' | 'children' | 'style'> & {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly unit?: string
  /** Unset where steps of one make no sense: the number is typed, or stepped by buttons of the caller's. */
  readonly steppers?: boolean
  readonly className?: string
}

const stepper = 'touch-square flex min-h-6 min-w-7 items-center justify-center self-stretch text-fg-2 hover:bg-g3 disabled:text-g8'

/** NumberField is a number in the person's own notation, with its unit and two step buttons; the unit follows the number in every language. */
export function NumberField({ label, hint, error, unit, steppers = true, className, ...rest }: NumberFieldProps): ReactNode {
  return (
    <AriaNumberField {...rest} isInvalid={error !== undefined} {...(className === undefined ? {} : { className })}>
      <FieldFrame label={label} hint={hint} error={error}>
        <Group dir="ltr" className={cx(inputClass, 'overflow-hidden !p-0 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent-text')}>
          {steppers && <Button slot="decrement" className={cx(stepper, 'border-e border-line')}><Minus size={14} strokeWidth={1.5} aria-hidden /></Button>}
          <Input className={cx('num min-w-0 flex-1 bg-transparent text-end !outline-none', !steppers && 'ps-2.5')} />
          {unit !== undefined && <span className={cx('shrink-0 text-fg-2', !steppers && 'pe-2.5')}>{unit}</span>}
          {steppers && <Button slot="increment" className={cx(stepper, 'border-s border-line')}><Plus size={14} strokeWidth={1.5} aria-hidden /></Button>}
        </Group>
      </FieldFrame>
    </AriaNumberField>
  )
}
