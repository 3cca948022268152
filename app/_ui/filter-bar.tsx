'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import { Select, type Choice } from './select.tsx'
import { TextField } from './text-field.tsx'

interface FilterBarProps {
  /** What narrows most, always in sight. */
  readonly lead?: ReactNode
  readonly find: { readonly label: string; readonly value: string; readonly onChange: (words: string) => void }
  /** What the button says that unfolds the rarer filters on a phone. */
  readonly more: string
  /** The rarer filters. */
  readonly children: ReactNode
}

/** FilterBar narrows a list: by words and by choices; on a phone the rarer ones unfold. */
export function FilterBar({ lead, find, more, children }: FilterBarProps): ReactNode {
  const [open, setOpen] = useState(false)
  return (
    <div className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2">
      {lead}
      <TextField label={find.label} className="min-w-44 flex-1 sm:max-w-72" type="search" value={find.value} onChange={find.onChange} />
      <Button className="md:hidden" aria-expanded={open} onPress={() => { setOpen(!open) }}>{more}</Button>
      <div className={cx('contents', !open && 'max-md:hidden')}>{children}</div>
    </div>
  )
}

interface FilterSelectProps<Id extends string> {
  readonly label: string
  readonly choices: readonly (Choice & { readonly id: Id })[]
  /** Null for all of them. */
  readonly value: Id | null
  readonly onChange: (id: Id | null) => void
}

const ANY = 'any'

/** FilterSelect is one filter that lets everything through, or one of its choices. */
export function FilterSelect<Id extends string>({ label, choices, value, onChange }: FilterSelectProps<Id>): ReactNode {
  const t = useTranslations('common')
  return (
    <Select
      label={label} className="w-36 max-md:w-full" value={value ?? ANY} choices={[{ id: ANY, label: t('all') }, ...choices]}
      onChange={(id) => { onChange(choices.find((choice) => choice.id === id)?.id ?? null) }}
    />
  )
}

const PRIORITIES = ['1', '2', '3', '4'] as const

interface PriorityFilterProps {
  readonly label: string
  readonly value: number | null
  readonly onChange: (priority: number | null) => void
}

/** PriorityFilter lets every priority through, or one. */
export function PriorityFilter({ label, value, onChange }: PriorityFilterProps): ReactNode {
  const t = useTranslations('common.priority')
  return (
    <FilterSelect
      label={label} value={PRIORITIES.find((id) => Number(id) === value) ?? null} onChange={(id) => { onChange(id === null ? null : Number(id)) }}
      choices={PRIORITIES.map((id) => ({ id, label: `${id} ${t(id)}` }))}
    />
  )
}
