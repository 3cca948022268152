'use client'

import { useId, type ReactNode } from 'react'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly type?: 'text' | 'search' | 'datetime-local' | 'number'
  /** More than one makes it a field for several lines. */
  readonly rows?: number
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly maxLength?: number
  readonly inputMode?: 'decimal' | 'numeric' | 'text'
  readonly placeholder?: string
}

const look = 'frame min-h-(--row) w-full min-w-0 rounded-[12px] bg-surface px-4 py-3 text-m18'

/** Field is a text field of the tablet with its label; an error is said in words beneath it. */
export function Field({ label, value, onChange, type = 'text', rows = 1, hint, error, maxLength = 4000, inputMode, placeholder }: FieldProps): ReactNode {
  const id = useId()
  const told = [hint === undefined ? null : `${id}-hint`, error === undefined ? null : `${id}-error`].filter((one) => one !== null).join(' ')
  const shared = {
    id, value, maxLength, placeholder, 'aria-invalid': error !== undefined, autoComplete: 'off', className: look,
    ...(told === '' ? {} : { 'aria-describedby': told }), ...(inputMode === undefined ? {} : { inputMode }),
  }
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1.5">
      <label htmlFor={id} className="text-m18 font-mid">{label}</label>
      {hint !== undefined && <p id={`${id}-hint`} className="text-m16 text-fg-2">{hint}</p>}
      {rows > 1
        ? <textarea {...shared} rows={rows} onChange={(event) => { onChange(event.target.value) }} />
        : <input {...shared} type={type} onChange={(event) => { onChange(event.target.value) }} />}
      {error !== undefined && <p id={`${id}-error`} role="alert" className="text-m16 font-mid">{error}</p>}
    </div>
  )
}
