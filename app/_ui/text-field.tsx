'use client'

import { Input } from 'react-aria-components/Input'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import type { ReactNode, Ref } from 'react'
import { cx } from './cx.ts'
import { FieldFrame, inputClass } from './field.tsx'

type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'children' | 'style'> & {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** More than one line when set. */
  readonly rows?: number
  readonly placeholder?: string
  readonly inputRef?: Ref<HTMLInputElement>
  readonly className?: string
}

/** TextField is one line of text, or several with rows; an error keeps what was typed. */
export function TextField({ label, hint, error, rows, placeholder = '', inputRef, className, ...rest }: TextFieldProps): ReactNode {
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} {...(className === undefined ? {} : { className })}>
      <FieldFrame label={label} hint={hint} error={error}>
        {rows === undefined
          ? <Input className={inputClass} placeholder={placeholder} {...(inputRef === undefined ? {} : { ref: inputRef })} />
          : <TextArea className={cx(inputClass, 'block py-1.5')} rows={rows} placeholder={placeholder} />}
      </FieldFrame>
    </AriaTextField>
  )
}
